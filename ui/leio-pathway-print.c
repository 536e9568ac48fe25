/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-pathway-print.h"

#include <glib/gi18n.h>

#include "leio-pathway-draw.h"

/* Points. */
#define FONT_SIZE 10
#define SMALL_SIZE 8

typedef struct
{
  LeioPathway *pathway;
  char *title;
  char *footer;
  gboolean rtl;
} Sheet;

static void
sheet_free (gpointer data, GClosure *closure)
{
  Sheet *self = data;

  leio_pathway_free (self->pathway);
  g_free (self->title);
  g_free (self->footer);
  g_free (self);
}

static char *
dup_footer (const LeioKnowledge *knowledge)
{
  const char *use = leio_knowledge_text (knowledge, "knowledge/intended_use",
                                         knowledge->intended_use);

  /* Translators: 1 is a sentence about the program, 2 the title of the knowledge base, 3 its
   * version, 4 the date of its last review */
  return g_strdup_printf (_ ("%1$s %2$s, version %3$s, reviewed on %4$s."), use,
                          leio_knowledge_text (knowledge, "knowledge/title", knowledge->title),
                          knowledge->version, knowledge->review_date);
}

static Sheet *
create_sheet (LeioSession *session)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  Sheet *sheet = g_new0 (Sheet, 1);
  g_autofree char *label = leio_session_dup_title (session);

  sheet->pathway = leio_pathway_new (
      knowledge, leio_session_get_answers (session), leio_session_get_advice (session),
      leio_session_get_plain (session) ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
  /* Translators: the heading of a printed page; %s is the label of a case */
  sheet->title = g_strdup_printf (_ ("Pathway: %s"), label);
  sheet->footer = dup_footer (knowledge);
  sheet->rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  return sheet;
}

static PangoLayout *
create_layout (GtkPrintContext *context, const char *text, int size, double width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autofree char *font = g_strdup_printf ("Sans %d", size);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Sheet *sheet)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  g_autoptr (PangoLayout) title = create_layout (context, sheet->title, SMALL_SIZE, width);
  g_autoptr (PangoLayout) footer = create_layout (context, sheet->footer, SMALL_SIZE, width);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  double top = get_height (title) * 1.5;
  double bottom = get_height (footer) + get_height (title) / 2;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  PangoContext *text = pango_layout_get_context (title);

  pango_font_description_set_size (font, FONT_SIZE * PANGO_SCALE);
  pango_context_set_font_description (text, font);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, title);
  cairo_move_to (cr, 0, height - get_height (footer));
  pango_cairo_show_layout (cr, footer);
  cairo_save (cr);
  cairo_translate (cr, 0, top);
  leio_pathway_draw_fitting (cr, text, sheet->pathway, width, height - top - bottom, sheet->rtl);
  cairo_restore (cr);
}

GtkPrintOperation *
leio_pathway_print_new (LeioSession *session)
{
  GtkPrintOperation *operation;
  Sheet *sheet;

  g_return_val_if_fail (LEIO_IS_SESSION (session), NULL);

  operation = gtk_print_operation_new ();
  sheet = create_sheet (session);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, sheet->title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), sheet, sheet_free, 0);
  return operation;
}
