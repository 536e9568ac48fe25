/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-ask-tools.h"

#include "leio-mnemonic.h"
#include "leio-wrap-layout.h"

struct _LeioAskTools
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkEditable *words;
  GtkTextView *answer;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *reset;

  /* Borrowed references */
  LeioSession *session;

  /* Owned references */
  char *id; /* (nullable) until it shows a question */
  char *worded;

  gboolean filling; /* what changes now is shown, not entered */
};

G_DEFINE_FINAL_TYPE (LeioAskTools, leio_ask_tools, GTK_TYPE_WIDGET)

static gboolean
is_blank (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  return *bare == '\0';
}

static void
take_words (LeioAskTools *self, const char *text, const char *step)
{
  LeioVisit *visit = leio_visit_edit_begin (self->session);

  leio_visit_set_text (visit, self->id, self->worded, text);
  leio_visit_edit_end (self->session, visit, step);
}

static void
on_words_changed (LeioAskTools *self)
{
  const char *text = gtk_editable_get_text (self->words);
  g_autofree char *step = g_strconcat ("visit/", self->id, "/text", NULL);

  if (!self->filling && !is_blank (text))
    take_words (self, text, step);
}

static void
on_reset (LeioAskTools *self)
{
  take_words (self, "", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static char *
dup_answer (LeioAskTools *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->answer);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
on_answer_typed (LeioAskTools *self)
{
  LeioVisit *visit = leio_visit_edit_begin (self->session);
  g_autofree char *text = dup_answer (self);
  g_autofree char *step = g_strconcat ("visit/", self->id, "/answer", NULL);

  leio_visit_set_answer (visit, self->id, self->worded, text);
  leio_visit_edit_end (self->session, visit, step);
}

static void
on_up (LeioAskTools *self)
{
  leio_visit_edit_move (self->session, self->id, -1);
}

static void
on_down (LeioAskTools *self)
{
  leio_visit_edit_move (self->session, self->id, 1);
}

static void
on_remove (LeioAskTools *self)
{
  const LeioAskItem item = { .id = self->id, .worded = self->worded };

  leio_visit_edit_remove (self->session, &item, TRUE);
}

/* What is being typed keeps its cursor. */
static void
show_words (LeioAskTools *self, const char *question)
{
  const char *shown = gtk_editable_get_text (self->words);
  GtkWidget *inner = GTK_WIDGET (gtk_editable_get_delegate (self->words));

  if (g_str_equal (shown, question) || (is_blank (shown) && gtk_widget_has_focus (inner)))
    return;
  gtk_editable_set_text (self->words, question);
}

static void
show_answer (LeioAskTools *self, const char *answer)
{
  g_autofree char *shown = dup_answer (self);

  if (!g_str_equal (shown, answer))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->answer), answer, -1);
}

/* Who moves a question to the end goes on with the other button. */
static void
show_moves (LeioAskTools *self, gboolean up, gboolean down)
{
  GtkWidget *focus = gtk_widget_has_focus (self->up)     ? self->up
                     : gtk_widget_has_focus (self->down) ? self->down
                                                         : NULL;

  gtk_widget_set_sensitive (self->up, up);
  gtk_widget_set_sensitive (self->down, down);
  if (focus != NULL && !gtk_widget_get_sensitive (focus))
    gtk_widget_grab_focus (focus == self->up ? self->down : self->up);
}

void
leio_ask_tools_show (LeioAskTools *self, const LeioAskList *list, const LeioAskItem *item)
{
  g_return_if_fail (LEIO_IS_ASK_TOOLS (self));

  if (self->id == NULL)
    {
      self->id = g_strdup (item->id);
      self->worded = g_strdup (item->worded);
    }
  self->filling = TRUE;
  show_words (self, item->question);
  show_answer (self, item->answer);
  self->filling = FALSE;
  show_moves (self, leio_ask_list_can_move (list, item->id, -1),
              leio_ask_list_can_move (list, item->id, 1));
  gtk_widget_set_visible (self->reset, *item->worded != '\0'
                                           && !g_str_equal (item->worded, item->question));
}

static gboolean
leio_ask_tools_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LEIO_ASK_TOOLS (widget)->answer));
}

static void
leio_ask_tools_dispose (GObject *object)
{
  g_clear_pointer (&LEIO_ASK_TOOLS (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (leio_ask_tools_parent_class)->dispose (object);
}

static void
leio_ask_tools_finalize (GObject *object)
{
  LeioAskTools *self = LEIO_ASK_TOOLS (object);

  g_free (self->id);
  g_free (self->worded);

  G_OBJECT_CLASS (leio_ask_tools_parent_class)->finalize (object);
}

static void
leio_ask_tools_class_init (LeioAskToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_ask_tools_dispose;
  G_OBJECT_CLASS (klass)->finalize = leio_ask_tools_finalize;
  widget_class->grab_focus = leio_ask_tools_grab_focus;

  /* The template names it. */
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/home/ask-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioAskTools, content);
  gtk_widget_class_bind_template_child (widget_class, LeioAskTools, words);
  gtk_widget_class_bind_template_child (widget_class, LeioAskTools, answer);
  gtk_widget_class_bind_template_child (widget_class, LeioAskTools, up);
  gtk_widget_class_bind_template_child (widget_class, LeioAskTools, down);
  gtk_widget_class_bind_template_child (widget_class, LeioAskTools, reset);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_answer_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_up);
  gtk_widget_class_bind_template_callback (widget_class, on_down);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
leio_ask_tools_init (LeioAskTools *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  leio_mnemonic_mend_names (GTK_WIDGET (self));
}

GtkWidget *
leio_ask_tools_new (LeioSession *session)
{
  LeioAskTools *self = g_object_new (LEIO_TYPE_ASK_TOOLS, NULL);

  self->session = session;
  return GTK_WIDGET (self);
}
