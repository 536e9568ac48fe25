/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands of leio-cli share. Results go to standard output, messages
 * to standard error. Nothing here needs a display.
 */
#pragma once

#include "leio-case.h"
#include "leio-engine.h"
#include "leio-report.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_CLI_FINE = 0,
  LEIO_CLI_FINDING = 1,
  LEIO_CLI_UNUSABLE = 2, /* wrong usage, or something that cannot be read or written */
} LeioCliExit;

typedef struct
{
  char *directory;  /* (nullable): the shipped knowledge base */
  char *format;     /* (nullable) */
  char *reading;    /* (nullable) */
  char *properties; /* (nullable) */
  char *witness;    /* (nullable) */
  char *against;    /* (nullable): a folder */
  char *kind;       /* (nullable) */
  char *paper;      /* (nullable) */
  char *output;     /* (nullable): a file or a folder */
  gboolean version;
  char **words; /* (nullable): the command and its arguments */
} LeioCliOptions;

typedef struct
{
  const LeioCliOptions *options;
  char **arguments;         /* what follows the command; ends in NULL */
  LeioKnowledge *knowledge; /* (nullable): for commands that need the one of --knowledge */
} LeioCli;

/**
 * leio_cli_choose:
 * @given: (nullable): what was given for --format or --reading
 * @words: (array zero-terminated=1): what can be given
 *
 * Returns: the index of the word in @words, 0 where none was given, or -1
 */
int leio_cli_choose (const char *given, const char *const *words);
/**
 * leio_cli_complain:
 * @format: what is wrong, translated
 * @...: what @format asks for
 *
 * Writes "leio-cli: …" to standard error. Control characters do not reach the terminal.
 */
void leio_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
/**
 * leio_cli_print:
 * @text: what to write to standard output
 *
 * Returns: FALSE after a complaint, or silently where the reader went away
 */
gboolean leio_cli_print (const char *text);

/**
 * leio_cli_print_bytes:
 * @data: what to write to standard output
 * @length: how many bytes
 *
 * Returns: as leio_cli_print()
 */
gboolean leio_cli_print_bytes (const void *data, gsize length);
/**
 * leio_cli_read_case:
 * @knowledge: the knowledge base
 * @name: a file, or "-" for standard input
 * @error: what is wrong with it
 *
 * Returns: (transfer full) (nullable): the case
 */
LeioCase *leio_cli_read_case (const LeioKnowledge *knowledge, const char *name, GError **error);
/* Complains about a case, with its name in front once. */
void leio_cli_complain_about (const char *name, const GError *error);
LeioReportReading leio_cli_get_reading (const LeioCli *cli);

/* The commands, each as "man leio-cli" describes it. What is unusable was complained about. */
LeioCliExit leio_cli_evaluate (const LeioCli *cli);
LeioCliExit leio_cli_agenda (const LeioCli *cli);
LeioCliExit leio_cli_report (const LeioCli *cli);
LeioCliExit leio_cli_batch (const LeioCli *cli);
LeioCliExit leio_cli_audit (const LeioCli *cli);
LeioCliExit leio_cli_compare (const LeioCli *cli);
LeioCliExit leio_cli_knowledge (const LeioCli *cli);
LeioCliExit leio_cli_read (const LeioCli *cli);
LeioCliExit leio_cli_records (const LeioCli *cli);

G_END_DECLS
