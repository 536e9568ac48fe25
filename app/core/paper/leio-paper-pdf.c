/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The paper as a PDF file. cairo writes structure, links, outline and title; the
 * language of the text it cannot write, so that is appended as PDF allows it: a
 * second version of the catalogue, with a table that says where it is. Files of
 * version 1.4 have that table in plain text. Where it is not found the file stays
 * as cairo wrote it.
 */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-error.h"
#include "leio-paper-private.h"

/* So many bytes at the end of a file have the trailer in them. */
#define TAIL 512

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const LeioReport *report)
{
  g_autofree char *title = report->kind != NULL
                               ? g_strdup_printf ("%s – %s", report->title, report->kind)
                               : g_strdup (report->title);
  g_autoptr (GDateTime) time = leio_report_dup_time ();
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);
  g_autofree char *date = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Leio " LEIO_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* Headings of the first two levels; @parents holds the last one of each level. */
static void
add_outline (cairo_surface_t *surface,
             const LeioPaper *paper,
             const LeioPaperPiece *piece,
             guint page,
             int *parents)
{
  const LeioPaperRow *row = piece->row;
  g_autofree char *place = NULL;
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  if (row->outline == 0 || row->outline > 2 || piece->first > 0)
    return;

  if (row->outline == 2 && parents[1] != 0)
    parent = parents[1];
  place = g_strdup_printf ("page=%u pos=[%d %d]", page + 1, (int) LEIO_PAPER_SIDE,
                           (int) (paper->top + piece->y));
  parents[row->outline] =
      cairo_pdf_surface_add_outline (surface, parent, row->title, place,
                                     row->outline == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
}

static void
draw_pages (cairo_surface_t *surface, const LeioPaper *paper)
{
  cairo_t *cr = cairo_create (surface);
  int parents[3] = { 0, 0, 0 };

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < paper->pages->len; i++)
    {
      const GArray *pieces = g_ptr_array_index (paper->pages, i);

      leio_paper_draw_page (paper, cr, i);
      for (guint j = 0; j < pieces->len; j++)
        add_outline (surface, paper, &g_array_index (pieces, LeioPaperPiece, j), i, parents);
      cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  cairo_destroy (cr);
}

/* The number behind the last @key of what stands at the end of a file; 0 where there is none. */
static gsize
find_number (const char *text, gsize length, const char *key)
{
  /* Before it are streams with zeros in them. */
  const char *tail = text + length - MIN (length, TAIL);
  const char *found = g_strrstr (tail, key);

  return found != NULL ? (gsize) g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

/* Where the object @number begins by the table at @table, which has all objects in order; 0: it is
 * not there. */
static gsize
find_object (const char *text, gsize length, gsize table, gsize number)
{
  const char *line = table < length ? strchr (text + table, '\n') : NULL;

  line = line != NULL ? strchr (line + 1, '\n') : NULL;
  if (line == NULL || (gsize) (line + 1 + (number + 1) * 20 - text) > length)
    return 0;
  return (gsize) g_ascii_strtoull (line + 1 + number * 20, NULL, 10);
}

/* The catalogue once more, with the language and the wish to show the title. */
static void
append_catalogue (GByteArray *file,
                  const char *language,
                  const char *catalogue,
                  gsize root,
                  gsize info,
                  gsize size,
                  gsize table)
{
  g_autofree char *object =
      g_strdup_printf ("%" G_GSIZE_FORMAT " 0 obj\n<< /Lang (%s)\n"
                       "   /ViewerPreferences << /DisplayDocTitle true >>\n%s\nendobj\n",
                       root, language, catalogue);
  gsize place = file->len;
  g_autofree char *trailer = g_strdup_printf (
      "xref\n%" G_GSIZE_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n"
      "trailer\n<< /Size %" G_GSIZE_FORMAT "\n   /Root %" G_GSIZE_FORMAT " 0 R\n"
      "   /Info %" G_GSIZE_FORMAT " 0 R\n   /Prev %" G_GSIZE_FORMAT "\n>>\n"
      "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      root, place, size, root, info, table, place + strlen (object));

  g_byte_array_append (file, (const guint8 *) object, (guint) strlen (object));
  g_byte_array_append (file, (const guint8 *) trailer, (guint) strlen (trailer));
}

/* What stands between "<<" and the end of the object at @place; NULL where it is none. */
static char *
dup_catalogue (const char *text, gsize place)
{
  const char *begin = strstr (text + place, "<<");
  const char *end = strstr (text + place, "\nendobj");

  if (begin == NULL || end == NULL || begin + 2 > end)
    return NULL;
  return g_strndup (begin + 2, (gsize) (end - begin - 2));
}

static void
add_language (GByteArray *file, const char *language)
{
  gsize length = file->len;
  g_autofree char *text = g_malloc (length + 1);
  g_autofree char *catalogue = NULL;
  gsize root, size, table, place;

  /* Streams have zeros in them, but none stands behind the places that are looked for. */
  memcpy (text, file->data, length);
  text[length] = '\0';
  root = find_number (text, length, "/Root ");
  size = find_number (text, length, "/Size ");
  table = find_number (text, length, "startxref\n");
  if (root == 0 || size == 0 || table >= length || !g_str_has_prefix (text + table, "xref\n"))
    return;

  place = find_object (text, length, table, root);
  if (place == 0 || place >= length)
    return;

  catalogue = dup_catalogue (text, place);
  if (catalogue != NULL)
    append_catalogue (file, language, catalogue, root, find_number (text, length, "/Info "), size,
                      table);
}

GBytes *
leio_paper_to_pdf (const LeioReport *report, LeioPaperSize size, GError **error)
{
  g_autoptr (LeioPaper) paper = NULL;
  g_autoptr (GByteArray) file = g_byte_array_new ();
  cairo_surface_t *surface = NULL;
  cairo_status_t status;
  double width, height;

  leio_paper_size_get (size, &width, &height);
  paper = leio_paper_new (report, width, height);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, file, width, height);
  set_metadata (surface, report);
  draw_pages (surface, paper);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      /* Translators: %s is the reason */
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE, _ ("the PDF could not be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  add_language (file, report->language);
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}
