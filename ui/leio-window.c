/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "leio-advice-page.h"
#include "leio-decision-page.h"
#include "leio-meaning.h"
#include "leio-mnemonic.h"
#include "leio-pathway-page.h"
#include "leio-report.h"
#include "leio-settings.h"
#include "leio-text.h"
#include "leio-window-private.h"
#include "leio-wrap-layout.h"

G_DEFINE_FINAL_TYPE (LeioWindow, leio_window, GTK_TYPE_APPLICATION_WINDOW)

/* "3 of 12 · Saved" */
static char *
dup_with_place (LeioWindow *self, char *state)
{
  g_autofree char *place = leio_window_dup_agenda_place (self);
  g_autofree char *alone = state;

  if (place == NULL)
    return g_steal_pointer (&alone);
  return *state != '\0' ? g_strdup_printf ("%s · %s", place, state) : g_steal_pointer (&place);
}

/* Below the title: whether the case is saved, and which reading is open where it is not the one of
 * clinicians. */
static char *
dup_state (LeioWindow *self, gboolean dirty)
{
  const char *saved = self->saving ? _ ("Saving…") : dirty ? _ ("Not saved") : "";

  if (!dirty && !self->saving && leio_session_get_file (self->session) != NULL)
    saved = C_ ("case", "Saved");
  if (!leio_session_get_plain (self->session))
    return g_strdup (saved);
  if (saved[0] == '\0')
    return g_strdup (_ ("Home reading"));

  /* Translators: %s is "Saved", "Saving…" or "Not saved" */
  return g_strdup_printf (_ ("Home reading · %s"), saved);
}

/* The case, or the list of them. */
static char *
dup_title (LeioWindow *self)
{
  return leio_window_is_at_agenda (self) ? leio_agenda_list_dup_title (self->agenda)
                                         : leio_session_dup_title (self->session);
}

void
leio_window_show_title (LeioWindow *self)
{
  gboolean dirty = leio_session_get_dirty (self->session);
  g_autofree char *title = dup_title (self);
  /* Translators: the title of a window with changes that are not saved; %s is the label of a case.
   */
  g_autofree char *marked = g_strdup_printf (dirty ? _ ("• %s") : "%s", title);
  g_autofree char *state = dup_with_place (self, dup_state (self, dirty));

  gtk_window_set_title (GTK_WINDOW (self), marked);
  gtk_label_set_label (self->title_label, title);
  leio_window_show_case_place (self);
  leio_window_show_agenda_bar (self);
  gtk_label_set_label (self->state_label, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), state[0] != '\0');
}

/* The answers in which the what-if differs from the case. */
static GArray *
list_differences (LeioWindow *self)
{
  const LeioAnswers *shown = leio_session_get_answers (self->session);
  const LeioAnswers *own = leio_session_get_case (self->session)->answers;
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < leio_answers_get_length (own); i++)
    {
      if (!leio_answer_equal (leio_answers_get (own, i), leio_answers_get (shown, i)))
        g_array_append_val (questions, i);
    }
  return questions;
}

static void
show_what_if (LeioWindow *self)
{
  gboolean open = leio_session_get_what_if (self->session);

  if (open)
    {
      g_autoptr (GArray) questions = list_differences (self);
      g_autofree char *answers =
          leio_report_dup_answers_in (leio_session_get_knowledge (self->session),
                                      leio_session_get_answers (self->session), questions,
                                      leio_session_get_plain (self->session));
      /* Translators: %s is a list of answers, e.g. "site (uterus), grade (2)". */
      g_autofree char *text = g_strdup_printf (_ ("What if: %s"), answers);

      gtk_label_set_label (self->what_if_label, text);
    }
  gtk_widget_set_visible (self->what_if_bar, open);
}

/* A word where there is room for it. */
static void
show_button (GtkButton *button,
             gboolean narrow,
             const char *icon,
             const char *label,
             const char *name)
{
  if (narrow)
    {
      gtk_button_set_icon_name (button, icon);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
  else
    {
      gtk_button_set_label (button, label);
      gtk_button_set_use_underline (button, TRUE);
      /* The label in it names it: GTK 4.8 would put the one with the underline before that. */
      gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
    }
}

/* A page beside the questions: made when it is first seen. */
static void
show_page (LeioWindow *self, GtkWidget **page, gboolean shown, GtkWidget *(*create) (LeioSession *))
{
  if (shown && *page == NULL)
    {
      *page = create (self->session);
      gtk_widget_set_hexpand (*page, TRUE);
      gtk_box_append (GTK_BOX (self->advice_slot), *page);
    }
  if (*page != NULL)
    gtk_widget_set_visible (*page, shown);
}

/* The advice, or the pathway or the decision in its place. */
static void
show_view (LeioWindow *self)
{
  if (self->advice == NULL)
    return;

  gtk_widget_set_visible (self->advice, !self->shows_pathway && !self->shows_decision);
  show_page (self, &self->pathway, self->shows_pathway, leio_pathway_page_new);
  show_page (self, &self->decision, self->shows_decision, leio_decision_page_new);
}

/* Where there is little room the title needs it more than buttons that phones have not got. NULL:
 * as the desktop sets it. */
static const char *
get_narrow_controls (LeioWindow *self)
{
  g_autofree char *layout = NULL;
  const char *close;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout,
                NULL);
  close = layout != NULL ? strstr (layout, "close") : NULL;
  if (close == NULL)
    return NULL;
  return close < layout + strcspn (layout, ":") ? "close:" : ":close";
}

/* Reading at home has no views of a case. */
void
leio_window_show_header (LeioWindow *self, gboolean narrow)
{
  GtkWidget *bar = gtk_window_get_titlebar (GTK_WINDOW (self));

  gtk_header_bar_set_decoration_layout (GTK_HEADER_BAR (bar),
                                        narrow ? get_narrow_controls (self) : NULL);
  gtk_widget_set_visible (self->wide_buttons, !narrow);
  gtk_widget_set_visible (self->view_switch, !narrow && !leio_window_is_at_home (self));
  show_button (self->open_button, narrow, "document-open-symbolic", _ ("_Open"),
               C_ ("button", "Open"));
  show_button (self->save_button, narrow, "document-save-symbolic", _ ("_Save"),
               C_ ("button", "Save"));
}

static void
show_panes (LeioWindow *self)
{
  gboolean narrow = leio_adaptive_bin_get_narrow (self->bin);
  gboolean one_page = narrow || self->presenting;
  g_autoptr (GVariant) page = g_action_group_get_action_state (G_ACTION_GROUP (self), "page");
  gboolean on_questions = g_str_equal (g_variant_get_string (page, NULL), "questions");

  gtk_widget_set_visible (self->questions_slot, !one_page || on_questions);
  gtk_widget_set_visible (self->advice_slot, !one_page || !on_questions);
  gtk_widget_set_visible (self->page_switch, one_page);
  leio_window_show_header (self, narrow);
  show_view (self);
}

static void
set_state (LeioWindow *self, const char *name, const char *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (state));
}

/* None of the views is seen while the start, the agenda or the reading stands in their place. */
static void
show_view_state (LeioWindow *self)
{
  const char *view = self->shows_pathway ? "pathway" : self->shows_decision ? "decision" : "advice";

  set_state (self, "view", gtk_widget_get_visible (GTK_WIDGET (self->bin)) ? view : "");
}

/* @page: "questions", "advice", "pathway" or "decision": which one is seen where there is no room
 * for two, and which of the last three otherwise. */
void
leio_window_set_page (LeioWindow *self, const char *page)
{
  leio_window_leave_start (self);
  if (!g_str_equal (page, "questions"))
    {
      self->shows_pathway = g_str_equal (page, "pathway");
      self->shows_decision = g_str_equal (page, "decision");
      show_view_state (self);
    }
  set_state (self, "page", page);
  show_panes (self);
}

static gboolean
is_focus_within (LeioWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* (nullable) until there is a session. */
static GtkWidget *
get_seen_view (LeioWindow *self)
{
  if (self->shows_pathway)
    return self->pathway;
  return self->shows_decision ? self->decision : self->advice;
}

/* @page: as for leio_window_set_page(). The questions are entered where they were left. */
void
leio_window_focus_page (LeioWindow *self, const char *page)
{
  gboolean to_questions = g_str_equal (page, "questions");
  GtkWidget *slot = to_questions ? self->questions_slot : self->advice_slot;
  GtkWidget *view = to_questions ? NULL : get_seen_view (self);

  /* Who switches by the buttons goes on with the buttons. */
  if (is_focus_within (self, slot) || is_focus_within (self, self->page_switch)
      || is_focus_within (self, self->view_switch))
    return;
  if (to_questions && self->question_focus != NULL &&
      gtk_widget_get_mapped (self->question_focus) && gtk_widget_grab_focus (self->question_focus))
    return;

  if (view != NULL && gtk_widget_grab_focus (view))
    return;

  gtk_widget_child_focus (slot, GTK_DIR_TAB_FORWARD);
}

/* The question that is asked next; where none is left the advice, so that no key that is typed goes
 * into the label of the case. */
void
leio_window_focus_next (LeioWindow *self)
{
  if (leio_window_is_at_home (self))
    gtk_widget_grab_focus (self->home);
  else if (leio_session_get_locked (self->session))
    gtk_widget_grab_focus (self->sheet);
  else if (!leio_question_page_show_next (self->questions))
    leio_window_focus_page (self, "advice");
}

static void
on_focus_changed (LeioWindow *self)
{
  if (is_focus_within (self, self->questions_slot))
    g_set_weak_pointer (&self->question_focus, gtk_window_get_focus (GTK_WINDOW (self)));
}

static void
restore_size (LeioWindow *self)
{
  self->settings = leio_settings_new ();
  if (self->settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "width"),
                               g_settings_get_int (self->settings, "height"));
  gtk_paned_set_position (self->panes, g_settings_get_int (self->settings, "questions-width"));
}

/* The construction of a GtkWindow sets that it fills no screen, after init. */
static void
leio_window_constructed (GObject *object)
{
  LeioWindow *self = LEIO_WINDOW (object);

  G_OBJECT_CLASS (leio_window_parent_class)->constructed (object);

  if (self->settings != NULL && g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
remember_size (LeioWindow *self)
{
  int width = 0, height = 0;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "questions-width",
                      CLAMP (gtk_paned_get_position (self->panes), 200, 4096));
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width >= 360 && height >= 240)
    {
      g_settings_set_int (self->settings, "width", width);
      g_settings_set_int (self->settings, "height", height);
    }
}

static gboolean
leio_window_close_request (GtkWindow *window)
{
  LeioWindow *self = LEIO_WINDOW (window);

  if (!self->may_close && self->session != NULL && leio_session_get_dirty (self->session))
    {
      leio_window_ask_first (self, LEIO_THEN_CLOSE, NULL);
      return TRUE;
    }
  if (!leio_window_may_close_agenda (self))
    return TRUE;

  remember_size (self);
  return GTK_WINDOW_CLASS (leio_window_parent_class)->close_request (window);
}

/* The first file opens here, every further one in a window of its own. */
static gboolean
on_drop (LeioWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (files == NULL)
    return FALSE;
  if (leio_window_drop_on_agenda (self, files))
    return TRUE;

  leio_window_open (self, files->data);
  for (GSList *item = files->next; item != NULL; item = item->next)
    {
      GFile *file = item->data;

      g_application_open (G_APPLICATION (application), &file, 1, "");
    }
  return TRUE;
}

static void
add_drop_target (LeioWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
set_session (LeioWindow *self, LeioSession *session)
{
  self->session = session;
  g_signal_connect_object (session, "notify::title", G_CALLBACK (leio_window_show_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::dirty", G_CALLBACK (leio_window_show_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plain", G_CALLBACK (leio_window_show_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "advice-changed", G_CALLBACK (show_what_if), self,
                           G_CONNECT_SWAPPED);

  leio_emergency_bar_set_session (self->emergency_bar, session);
  self->questions = LEIO_QUESTION_PAGE (leio_question_page_new (session));
  gtk_widget_set_hexpand (GTK_WIDGET (self->questions), TRUE);
  gtk_box_append (GTK_BOX (self->questions_slot), GTK_WIDGET (self->questions));
  self->advice = leio_advice_page_new (session);
  gtk_widget_set_hexpand (self->advice, TRUE);
  gtk_box_append (GTK_BOX (self->advice_slot), self->advice);
  leio_window_show_title (self);
}

static void
leio_window_dispose (GObject *object)
{
  LeioWindow *self = LEIO_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_handle_id (&self->announce_source, g_source_remove);
  g_clear_weak_pointer (&self->question_focus);
  g_clear_weak_pointer (&self->paste_notice);
  leio_window_drop_agenda (self);
  g_clear_weak_pointer (&self->past_notice);
  g_clear_weak_pointer (&self->save_notice);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_WINDOW);
  g_clear_weak_pointer (&self->knowledge_window);
  g_clear_weak_pointer (&self->help_window);
  leio_window_clear_drafts (self);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->then_file);
  g_clear_pointer (&self->agenda_name, g_free);

  G_OBJECT_CLASS (leio_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, wide_buttons);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, emergency_bar);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, what_if_bar);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, what_if_label);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, sheet_bar);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, sheet_decision);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, start_slot);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, agenda_slot);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, agenda_bar);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, agenda_label);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, home_slot);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, presentation_bar);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, presentation_label);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, bin);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, questions_slot);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, advice_slot);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, page_switch);
  gtk_widget_class_bind_template_child (widget_class, LeioWindow, view_switch);
  gtk_widget_class_bind_template_callback (widget_class, show_panes);
  gtk_widget_class_bind_template_callback (widget_class, show_view_state);
}

static void
leio_window_class_init (LeioWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = leio_window_constructed;
  G_OBJECT_CLASS (klass)->dispose = leio_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = leio_window_close_request;

  /* The template names it. */
  g_type_ensure (LEIO_TYPE_ADAPTIVE_BIN);
  g_type_ensure (LEIO_TYPE_EMERGENCY_BAR);
  g_type_ensure (LEIO_TYPE_TEXT);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
  leio_window_install_presentation_keys (GTK_WIDGET_CLASS (klass));
}

/* The menu has hundreds of widgets, and most windows live without it. */
static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  LeioWindow *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (self->main_menu));
}

static void
leio_window_init (LeioWindow *self)
{
  int width = 0, height = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  leio_mnemonic_mend_names (self->presentation_bar);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  leio_window_add_page_action (self);
  leio_window_add_shortcuts_action (self);
  restore_size (self);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  leio_adaptive_bin_expect_width (self->bin, width);
  show_panes (self);
  add_drop_target (self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_focus_changed), NULL);
}

/**
 * leio_window_new:
 * @application: (nullable): whose window it is
 *
 * Returns: (transfer none): a window without a case
 */
GtkWidget *
leio_window_new (GtkApplication *application)
{
  return g_object_new (LEIO_TYPE_WINDOW, "application", application, NULL);
}

void
leio_window_set_engine (LeioWindow *self, LeioEngine *engine)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (LEIO_IS_WINDOW (self));
  g_return_if_fail (self->session == NULL);

  set_session (self, leio_session_new (engine));
  leio_meaning_provide (GTK_WIDGET (self), leio_engine_get_knowledge (engine));
  leio_window_start_keeping (self);
  leio_window_add_case_actions (self);
  leio_window_add_presentation_actions (self);
  leio_window_add_recent_actions (self);
  leio_window_add_recovery_actions (self);
  leio_window_add_agenda_actions (self);
  leio_window_add_decision_actions (self);
  leio_window_add_announcement (self);
  leio_window_add_home_actions (self);
  leio_window_add_sheet_actions (self);
  leio_window_add_help_actions (self);
  leio_window_start_reading (self, self->then_file != NULL);
  leio_window_show_standing_notices (self);
  if (!leio_window_is_at_start (self) && !leio_window_is_at_home (self))
    leio_window_focus_next (self);

  file = g_steal_pointer (&self->then_file);
  if (file != NULL)
    leio_window_open (self, file);
}

gboolean
leio_window_is_pristine (LeioWindow *self)
{
  g_return_val_if_fail (LEIO_IS_WINDOW (self), FALSE);

  if (self->session == NULL)
    return self->then_file == NULL;
  return self->agenda == NULL && leio_session_is_pristine (self->session);
}

LeioSession *
leio_window_get_session (LeioWindow *self)
{
  g_return_val_if_fail (LEIO_IS_WINDOW (self), NULL);
  return self->session;
}
