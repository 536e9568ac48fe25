/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-settings.h"

GSettings *
leio_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, LEIO_APP_ID, TRUE);
  /* g_settings_new() would end the program. */
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
