/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line: reads the options, which may stand before or after the
 * command, loads the knowledge base and hands over to the command.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "leio-cli.h"
#include "leio-locale.h"

typedef enum
{
  OPTION_KNOWLEDGE = 1 << 0,
  OPTION_FORMAT = 1 << 1,
  OPTION_READING = 1 << 2,
  OPTION_PROPERTIES = 1 << 3,
  OPTION_WITNESS = 1 << 4,
  OPTION_AGAINST = 1 << 5,
  OPTION_REPORT = 1 << 6,
  OPTION_PAPER = 1 << 7,
} OptionFlags;

typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  const char *formats[6]; /* the first is the one without --format */
  OptionFlags options;
  guint n_least, n_most;
  LeioCliExit (*run) (const LeioCli *cli);
} Command;

static const Command commands[] = {
  {
      .name = "evaluate",
      .usage = N_ ("evaluate FILE…"),
      .summary = N_ ("Print the advice on each case, with its reasons (“-” reads standard input)"),
      .formats = { "text", "json", "markdown" },
      .options = OPTION_KNOWLEDGE | OPTION_FORMAT | OPTION_READING | OPTION_AGAINST,
      .n_least = 1,
      .n_most = G_MAXUINT,
      .run = leio_cli_evaluate,
  },
  {
      .name = "report",
      .usage = N_ ("report FILE…"),
      .summary = N_ ("Write a report on each case: a page for the board, a pathway, the evidence"),
      .formats = { "text", "markdown", "html", "pdf" },
      .options = OPTION_KNOWLEDGE | OPTION_FORMAT | OPTION_READING | OPTION_REPORT |
                 OPTION_PAPER,
      .n_least = 1,
      .n_most = G_MAXUINT,
      .run = leio_cli_report,
  },
  {
      .name = "batch",
      .usage = N_ ("batch"),
      .summary = N_ ("Read one case a line on standard input, write its statuses a line"),
      .options = OPTION_KNOWLEDGE,
      .run = leio_cli_batch,
  },
  {
      .name = "agenda",
      .usage = N_ ("agenda FOLDER|FILE"),
      .summary = N_ ("List the cases of a meeting, with what is missing in each"),
      .formats = { "text", "json", "markdown", "html", "pdf" },
      .options = OPTION_KNOWLEDGE | OPTION_FORMAT | OPTION_PAPER,
      .n_least = 1,
      .n_most = 1,
      .run = leio_cli_agenda,
  },
  {
      .name = "audit",
      .usage = N_ ("audit"),
      .summary = N_ ("Prove over all complete cases that the knowledge base has no fault"),
      .formats = { "text", "json" },
      .options = OPTION_KNOWLEDGE | OPTION_FORMAT | OPTION_PROPERTIES | OPTION_WITNESS,
      .run = leio_cli_audit,
  },
  {
      .name = "compare",
      .usage = N_ ("compare DIR1 DIR2"),
      .summary = N_ ("Tell what two knowledge bases advise differently"),
      .formats = { "text", "json" },
      .options = OPTION_FORMAT,
      .n_least = 2,
      .n_most = 2,
      .run = leio_cli_compare,
  },
  {
      .name = "knowledge",
      .usage = N_ ("knowledge"),
      .summary = N_ ("Tell what the knowledge base is for, whom it covers and what it rests on"),
      .formats = { "text", "json" },
      .options = OPTION_KNOWLEDGE | OPTION_FORMAT,
      .run = leio_cli_knowledge,
  },
  {
      .name = "read",
      .usage = N_ ("read [PAGE]"),
      .summary = N_ ("Print a page for patients; without its name, list the pages"),
      .options = OPTION_KNOWLEDGE,
      .n_most = 1,
      .run = leio_cli_read,
  },
  {
      .name = "records",
      .usage = N_ ("records FOLDER|FILE…"),
      .summary = N_ ("Print the decisions recorded in cases as a table, a line a treatment"),
      .formats = { "csv" },
      .options = OPTION_KNOWLEDGE | OPTION_FORMAT,
      .n_least = 1,
      .n_most = G_MAXUINT,
      .run = leio_cli_records,
  },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

static char *
dup_summary (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %s\n      %s", _ (commands[i].usage),
                            _ (commands[i].summary));

  return g_string_free (text, FALSE);
}

static GOptionContext *
create_context (LeioCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "knowledge", 'k', 0, G_OPTION_ARG_FILENAME, &options->directory,
      N_ ("Use the knowledge base in this folder"), N_ ("DIR") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("Print text, json, markdown, html, pdf or csv, as the command can"), N_ ("FORMAT") },
    { "reading", 'r', 0, G_OPTION_ARG_STRING, &options->reading,
      N_ ("Word the text for a clinician or for home"), N_ ("READING") },
    { "properties", 0, 0, G_OPTION_ARG_FILENAME, &options->properties,
      N_ ("Prove the properties in this file too"), N_ ("FILE") },
    { "witness", 0, 0, G_OPTION_ARG_FILENAME, &options->witness,
      N_ ("Write a case file for each finding into this folder"), N_ ("DIR") },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &options->against,
      N_ ("Tell what the knowledge base in this folder advised differently"), N_ ("DIR") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind,
      N_ ("Report on the board page, pathway, evidence, whole, questions or handout"),
      N_ ("KIND") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper, N_ ("Use a4 or letter paper"),
      N_ ("SIZE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write the report to this file, or into this folder"), N_ ("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Print the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->words, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context =
      g_option_context_new (_ ("COMMAND — reason about cases without a window"));
  g_autofree char *summary = dup_summary ();

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (
      context,
      _ ("Leio explains published guidance for discussion by qualified professionals. It "
         "does not replace their judgement, and it has not been certified as a medical "
         "device.\n\nExit status: 0 fine, 1 a finding, 2 wrong usage or unreadable input."));

  return context;
}

static void
clear_options (LeioCliOptions *options)
{
  g_free (options->directory);
  g_free (options->format);
  g_free (options->reading);
  g_free (options->properties);
  g_free (options->witness);
  g_free (options->against);
  g_free (options->kind);
  g_free (options->paper);
  g_free (options->output);
  g_strfreev (options->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LeioCliOptions, clear_options)

/* NULL, or the first option that was given and means nothing to the command. */
static const char *
find_stray_option (const Command *command, const LeioCliOptions *options)
{
  const struct
  {
    const char *name;
    gboolean given;
    OptionFlags flag;
  } given[] = {
    { "--format", options->format != NULL, OPTION_FORMAT },
    { "--knowledge", options->directory != NULL, OPTION_KNOWLEDGE },
    { "--reading", options->reading != NULL, OPTION_READING },
    { "--properties", options->properties != NULL, OPTION_PROPERTIES },
    { "--witness", options->witness != NULL, OPTION_WITNESS },
    { "--against", options->against != NULL, OPTION_AGAINST },
    { "--kind", options->kind != NULL, OPTION_REPORT },
    { "--paper", options->paper != NULL, OPTION_PAPER },
    { "--output", options->output != NULL, OPTION_PAPER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].given && (command->options & given[i].flag) == 0)
      return given[i].name;

  return NULL;
}

static gboolean
check_words (const char *option, const char *given, const char *const *words)
{
  g_autofree char *expected = NULL;

  if (leio_cli_choose (given, words) >= 0)
    return TRUE;

  expected = g_strjoinv (", ", (char **) words);
  /* Translators: %1$s is an option, %2$s what was given for it, %3$s what may be given */
  leio_cli_complain (_ ("%1$s: found '%2$s', expected one of %3$s"), option, given, expected);
  return FALSE;
}

static gboolean
check_usage (const Command *command, const LeioCliOptions *options)
{
  static const char *const readings[] = { "clinician", "home", NULL };
  static const char *const kinds[] = { "board",     "pathway", "evidence", "whole",
                                       "questions", "handout", NULL };
  static const char *const papers[] = { "a4", "letter", NULL };
  guint n_arguments = g_strv_length (options->words) - 1;
  const char *stray = find_stray_option (command, options);

  if (stray != NULL)
    {
      /* Translators: %1$s is an option, %2$s a command */
      leio_cli_complain (_ ("the option %1$s does not go with the command '%2$s'"), stray,
                         command->name);
      return FALSE;
    }
  if (n_arguments < command->n_least || n_arguments > command->n_most)
    {
      /* Translators: %s shows how a command is used */
      leio_cli_complain (_ ("usage: leio-cli %s"), _ (command->usage));
      return FALSE;
    }

  return (command->formats[0] == NULL ||
          check_words ("--format", options->format, command->formats)) &&
         check_words ("--reading", options->reading, readings) &&
         check_words ("--kind", options->kind, kinds) &&
         check_words ("--paper", options->paper, papers);
}

static LeioCliExit
run_command (const Command *command, const LeioCliOptions *options)
{
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (GError) error = NULL;
  LeioCli cli = { .options = options, .arguments = options->words + 1 };

  if ((command->options & OPTION_KNOWLEDGE) != 0)
    {
      knowledge = leio_knowledge_load (options->directory, &error);
      if (knowledge == NULL)
        {
          leio_cli_complain ("%s", error->message);
          return LEIO_CLI_UNUSABLE;
        }
      cli.knowledge = knowledge;
    }

  return command->run (&cli);
}

static LeioCliExit
run (const LeioCliOptions *options)
{
  const Command *command = NULL;

  if (options->version)
    return leio_cli_print ("leio-cli " LEIO_VERSION "\n") ? LEIO_CLI_FINE : LEIO_CLI_UNUSABLE;
  if (options->words == NULL)
    {
      leio_cli_complain (_ ("no command was given; 'leio-cli --help' lists them"));
      return LEIO_CLI_UNUSABLE;
    }

  command = find_command (options->words[0]);
  if (command == NULL)
    {
      /* Translators: %s is what was given for a command */
      leio_cli_complain (_ ("'%s' is not a command; 'leio-cli --help' lists them"),
                         options->words[0]);
      return LEIO_CLI_UNUSABLE;
    }

  return check_usage (command, options) ? run_command (command, options) : LEIO_CLI_UNUSABLE;
}

int
main (int argc, char **argv)
{
  g_auto (LeioCliOptions) options = { .words = NULL };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  leio_locale_set_up ();
  context = create_context (&options);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      leio_cli_complain ("%s", error->message);
      return LEIO_CLI_UNUSABLE;
    }

  return run (&options);
}
