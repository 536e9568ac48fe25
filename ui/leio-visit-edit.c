/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-visit-edit.h"

LeioVisit *
leio_visit_edit_begin (LeioSession *session)
{
  const LeioCase *kase = leio_session_get_case (session);

  return kase->visit != NULL ? leio_visit_copy (kase->visit) : leio_visit_new ();
}

void
leio_visit_edit_end (LeioSession *session, LeioVisit *visit, const char *step)
{
  LeioCase *edited = leio_case_copy (leio_session_get_case (session));

  leio_case_take_visit (edited, visit);
  leio_session_edit_case (session, edited, step);
}

void
leio_visit_edit_move (LeioSession *session, const char *id, int by)
{
  g_autoptr (LeioAskList) list = leio_visit_edit_dup_list (session);
  LeioVisit *visit = leio_visit_edit_begin (session);

  leio_ask_list_move (list, visit, id, by);
  leio_visit_edit_end (session, visit, NULL);
}

void
leio_visit_edit_remove (LeioSession *session, const LeioAskItem *item, gboolean removed)
{
  LeioVisit *visit = leio_visit_edit_begin (session);

  leio_visit_set_removed (visit, item->id, item->worded, removed);
  leio_visit_edit_end (session, visit, NULL);
}

LeioAskList *
leio_visit_edit_dup_list (LeioSession *session)
{
  g_autoptr (LeioCase) shown = leio_session_dup_shown_case (session);

  return leio_ask_list_new (leio_session_get_engine (session), shown,
                            leio_session_get_advice (session));
}
