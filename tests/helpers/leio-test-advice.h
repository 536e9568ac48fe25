/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of the advice page need: the page in a window, on the small base or
 * on an example of the shipped one, and ways to answer and to find what is shown.
 */
#pragma once

#include "leio-advice-order.h"
#include "leio-test-ui.h"
#include "leio-treatment-card.h"

G_BEGIN_DECLS

/* The page in a window that can show questions, as in the program. */
typedef struct
{
  LeioEngine *engine; /* NULL: that of the small base */
  LeioSession *session;
  GtkWidget *window;
  GtkWidget *page;
  char *shown_question;
} LeioTestAdvice;

/* Examples of the shipped base. */
#define LEIO_TEST_LIMB "limb-deep-high-grade.leio"
#define LEIO_TEST_METASTATIC "metastatic-first-line.leio"

/* Treatments of the small base. */
enum
{
  EXCISION,
  RADIATION,
  WATCHING,
};

/* Lets @n_frames or so go by. */
void leio_test_wait (guint n_frames);
LeioTreatmentCard *leio_test_find_card (LeioTestAdvice *fixture, guint treatment);
void leio_test_show (LeioTestAdvice *fixture);
void leio_test_set_up (LeioTestAdvice *fixture, gconstpointer data);
/* The shipped base, with an example, @data: more cards than fit into a window. */
void leio_test_set_up_shipped (LeioTestAdvice *fixture, gconstpointer data);

/* Adds a test on the sample base, or on an example of the shipped one. */
void leio_test_add (const char *path, void (*test) (LeioTestAdvice *, gconstpointer));
void leio_test_add_shipped (const char *path, const char *example,
                            void (*test) (LeioTestAdvice *, gconstpointer));
void leio_test_tear_down (LeioTestAdvice *fixture, gconstpointer data);
void leio_test_answer_number (LeioTestAdvice *fixture, const char *question, double number);
void leio_test_answer_set (LeioTestAdvice *fixture, const char *question, guint64 set);
LeioAdviceGroup leio_test_get_group (LeioTestAdvice *fixture, guint treatment);
/* (nullable): the link under @root that is seen and says @text. */
GtkWidget *leio_test_find_link (GtkWidget *root, const char *text);
void leio_test_assert_text (LeioTestAdvice *fixture, guint treatment, const char *text);
void leio_test_make_late (LeioTestAdvice *fixture);

G_END_DECLS
