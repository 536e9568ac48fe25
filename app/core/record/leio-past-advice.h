/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The advice as it stood: what one version of a knowledge base said of a case,
 * short enough to be kept in its file and enough to be read without that version.
 * Reasons and sources are left out. In the file:
 *
 *     { "knowledge": { "id": "leiomyosarcoma", "version": "2026.11" },
 *       "summary": "Uterine leiomyosarcoma, 8.5 cm",
 *       "answers": { "site": "uterus", … },
 *       "statuses": { "hysterectomy": "recommended", "ablation": ["option", "not_advised"] },
 *       "names": { "hysterectomy": "Total hysterectomy", "ablation": "Ablation" } }
 *
 * A treatment that is not listed was not relevant, or not in the knowledge base. This
 * folder knows no statuses: they are ids here, and leio-report-past.h reads them.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define LEIO_PAST_ADVICE_MAX_TREATMENTS 1000
#define LEIO_PAST_ADVICE_MAX_STATUSES 16
#define LEIO_PAST_ADVICE_MAX_TEXT 4096

typedef struct
{
  char *treatment; /* id */
  char *name;      /* as it was shown to a clinician; never NULL, the id where nothing was kept */
  char **statuses; /* ids, at least one; several: it was not settled */
} LeioPastStatus;

/* Never changed once it is made: everybody who needs one shares it. */
typedef struct
{
  char *knowledge_id;      /* never NULL */
  char *knowledge_version; /* never NULL */
  char *summary;           /* the line that summed the case up; "" where none was kept */
  JsonObject *answers;     /* (nullable) what it was about: "answers" of the case */
  GPtrArray *treatments;   /* LeioPastStatus, in the order of the knowledge base */
  /*< private >*/
  JsonObject *rest; /* (nullable) */
  gatomicrefcount ref_count;
} LeioPastAdvice;

LeioPastAdvice *leio_past_advice_new (const char *knowledge_id,
                                      const char *knowledge_version,
                                      const char *summary,
                                      JsonObject *answers);
void leio_past_advice_add (LeioPastAdvice *self,
                           const char *treatment,
                           const char *name,
                           const char *const *statuses);
LeioPastAdvice *leio_past_advice_ref (LeioPastAdvice *self);
void leio_past_advice_unref (LeioPastAdvice *self);
const LeioPastStatus *leio_past_advice_find (const LeioPastAdvice *self, const char *treatment);
gboolean leio_past_advice_equal (const LeioPastAdvice *a, const LeioPastAdvice *b);
gboolean leio_past_advice_is_about (const LeioPastAdvice *self, JsonObject *answers);
LeioPastAdvice *leio_past_advice_from_object (JsonObject *object, GError **error);
JsonObject *leio_past_advice_to_object (const LeioPastAdvice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioPastAdvice, leio_past_advice_unref)

G_END_DECLS
