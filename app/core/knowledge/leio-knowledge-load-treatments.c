/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * treatments.json: groups, treatments, the named sets of treatments that rules
 * can speak of, and the choices of which one is taken.
 */
#include "config.h"

#include "leio-knowledge-private.h"

#include <glib/gi18n-lib.h>

static void
read_group (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_id (loader, object);
  LeioGroup *group;

  if (id == NULL ||
      !leio_loader_claim (loader, loader->group_ids, id, loader->knowledge->groups->len))
    return;

  group = g_new0 (LeioGroup, 1);
  group->id = g_strdup (id);
  group->title = leio_loader_dup_needed (loader, object, "title");
  group->plain_title = leio_loader_dup_needed (loader, object, "plain_title");
  g_ptr_array_add (loader->knowledge->groups, group);
}

static void
read_treatment (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_id (loader, object);
  guint position = loader->knowledge->treatments->len;
  LeioTreatment *treatment;
  int group, phase;

  if (id == NULL || !leio_loader_claim (loader, loader->target_ids, id, position))
    return;

  group = leio_loader_get_reference (loader, object, "group", loader->group_ids,
                                     _ ("the id of a group"));
  phase = leio_loader_get_reference (loader, object, "phase", loader->phase_ids,
                                     _ ("the id of a phase"));
  treatment = g_new0 (LeioTreatment, 1);
  treatment->id = g_strdup (id);
  treatment->index = position;
  treatment->group = (guint) MAX (group, 0);
  treatment->phase = (guint) MAX (phase, 0);
  treatment->choice = -1;
  treatment->emergency = leio_loader_get_boolean (loader, object, "emergency");
  treatment->name = leio_loader_dup_needed (loader, object, "name");
  treatment->plain_name = leio_loader_dup_needed (loader, object, "plain_name");
  treatment->what = leio_loader_dup_needed (loader, object, "what");
  treatment->plain = leio_loader_dup_needed (loader, object, "plain");
  treatment->burden = leio_loader_dup_text (loader, object, "burden");
  g_ptr_array_add (loader->knowledge->treatments, treatment);
  g_hash_table_insert (loader->knowledge->treatment_ids, g_strdup (id),
                       GUINT_TO_POINTER (position + 1));
}

static GArray *
get_treatments (LeioLoader *loader, JsonObject *object)
{
  return leio_loader_get_references (loader, object, "treatments", TRUE,
                                     loader->knowledge->treatment_ids, _ ("the id of a treatment"));
}

static void
read_set (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_id (loader, object);
  guint position = loader->knowledge->treatments->len + loader->sets->len;

  if (id != NULL && leio_loader_claim (loader, loader->target_ids, id, position))
    g_ptr_array_add (loader->sets, get_treatments (loader, object));
}

/* What speaks for one of the treatments of @owner, a choice. */
static void
read_reason (LeioLoader *loader, JsonObject *object, gpointer owner)
{
  LeioChoiceGroup *choice = owner;
  int treatment = leio_loader_get_reference (loader, object, "treatment",
                                             loader->knowledge->treatment_ids,
                                             _ ("the id of a treatment"));
  LeioChoiceReason *reason = g_new0 (LeioChoiceReason, 1);

  reason->treatment = (guint) MAX (treatment, 0);
  reason->why = leio_loader_dup_needed (loader, object, "why");
  reason->plain = leio_loader_dup_needed (loader, object, "plain");
  if (loader->sources_missing)
    reason->evidence = g_array_new (FALSE, FALSE, sizeof (guint));
  else
    reason->evidence = leio_loader_get_references (loader, object, "evidence", TRUE,
                                                   loader->knowledge->source_ids,
                                                   _ ("the id of a source"));
  g_ptr_array_add (choice->reasons, reason);
}

static void
read_choice (LeioLoader *loader, JsonObject *object, guint index)
{
  GPtrArray *choices = loader->knowledge->choices;
  const char *id = leio_loader_get_new_id (loader, object, "choice");
  LeioChoiceGroup *choice;

  if (id == NULL)
    return;

  choice = leio_choice_group_new (id);
  choice->title = leio_loader_dup_needed (loader, object, "title");
  choice->plain_title = leio_loader_dup_needed (loader, object, "plain_title");
  choice->also_alone = leio_loader_get_boolean (loader, object, "also_alone");
  choice->treatments = get_treatments (loader, object);
  for (guint i = 0; i < choice->treatments->len; i++)
    {
      guint treatment = g_array_index (choice->treatments, guint, i);
      LeioTreatment *member = g_ptr_array_index (loader->knowledge->treatments, treatment);

      /* A treatment can be in several choices; it belongs to the first. */
      if (member->choice < 0)
        member->choice = (int) choices->len;
    }
  leio_loader_each_part (loader, object, "for", FALSE, "reason", read_reason, choice);
  g_ptr_array_add (choices, choice);
}

void
leio_loader_read_treatments (LeioLoader *loader, JsonObject *object)
{
  leio_loader_each (loader, object, "groups", TRUE, "group", "id", read_group);
  leio_loader_each (loader, object, "treatments", TRUE, "treatment", "id", read_treatment);
  leio_loader_each (loader, object, "sets", FALSE, "set", "id", read_set);
  leio_loader_each (loader, object, "choices", FALSE, "choice", "id", read_choice);
}
