/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A knowledge base: questions, logic, treatments, rules, sources, glossary,
 * questions for the doctor and properties. Loaded from a folder of JSON files or
 * from the GResource that is built into the programs; everything is checked
 * against everything on loading, and every fault of every file is reported in
 * one run. Immutable once loaded: read the fields.
 *
 * Texts are kept as the file has them (English); leio_knowledge_text()
 * translates one when it is shown.
 */
#pragma once

#include "leio-logic.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_EFFECT_RECOMMENDS,
  LEIO_EFFECT_OFFERS,
  LEIO_EFFECT_TRIAL_ONLY,
  LEIO_EFFECT_CAUTIONS,
  LEIO_EFFECT_ADVISES_AGAINST,
  LEIO_EFFECT_RULES_OUT,
} LeioEffect;
#define LEIO_N_EFFECTS 6

/* The order is the order of ids.json; the values are terminals of the diagrams. */
typedef enum
{
  LEIO_STATUS_RECOMMENDED,
  LEIO_STATUS_OPTION,
  LEIO_STATUS_TRIAL_ONLY,
  LEIO_STATUS_NOT_ADVISED,
  LEIO_STATUS_CONTRAINDICATED,
  LEIO_STATUS_NOT_RELEVANT,
} LeioStatus;
#define LEIO_N_STATUSES 6

const char *leio_effect_to_id (LeioEffect effect);
int leio_effect_from_id (const char *id); /* -1: none */
const char *leio_status_to_id (LeioStatus status);
int leio_status_from_id (const char *id); /* -1: none */

typedef struct
{
  char *id;
  char *title;
  char *plain_title;
} LeioGroup;

typedef struct
{
  char *id;
  char *title;
  char *plain_title;
  gboolean required; /* audit: in every complete case something is recommended or an option */
} LeioPhase;

/* What speaks for one of several treatments of which one is taken. */
typedef struct
{
  guint treatment;
  char *why;
  char *plain;
  GArray *evidence; /* (element-type guint) indices of sources */
} LeioChoiceReason;

typedef struct
{
  char *id;
  char *title; /* "First-line regimen" */
  char *plain_title;
  GArray *treatments;  /* (element-type guint) */
  gboolean also_alone; /* told where one alone is in question too: before or after an operation */
  GPtrArray *reasons;  /* (element-type LeioChoiceReason) */
} LeioChoiceGroup;

typedef struct
{
  char *id;
  guint index;
  guint group;
  guint phase;
  int choice;         /* index of the choice group, or -1 */
  gboolean emergency; /* comes first */
  char *name;
  char *plain_name;
  char *what;
  char *plain;
  char *burden;
} LeioTreatment;

typedef struct
{
  char *who;  /* as in the base */
  char *name; /* the same in the reader's language */
  char *stance;
} LeioPosition; /* {"ESGO 2024": "against"} */

typedef struct
{
  char *id;
  guint index;
  char *file; /* "rules/surgery.json" */
  LeioEffect effect;
  GArray *treatments; /* (element-type guint) */
  char *when;
  LeioCondition *condition;
  char *why; /* may hold {question_id}, filled with the answer by leio_knowledge_fill() */
  char *plain;
  GArray *evidence;     /* (element-type guint) indices of sources */
  char *level;          /* (nullable) "I" to "V" */
  char *grade;          /* (nullable) "A" to "E" */
  GArray *overrides;    /* (element-type guint) indices of rules */
  GPtrArray *positions; /* (element-type LeioPosition) */
  int disagreement;     /* index of the known disagreement that it touches, or -1 */
} LeioRule;

/* One rule on one treatment: what decides, and what is shown in the margin of a card. */
typedef struct
{
  guint index;
  guint rule;
  guint treatment;
  GArray *overriders; /* (element-type guint) indices of arguments of the same treatment */
} LeioArgument;

typedef struct
{
  char *label;             /* "doxorubicin + trabectedin" */
  double value, low, high; /* low and high are NAN where there is no interval */
} LeioFigureArm;

typedef struct
{
  char *title;
  char *unit;
  GArray *arms; /* (element-type LeioFigureArm) */
} LeioFigure;

typedef struct
{
  char *id;
  guint index;
  char *kind;
  char *label; /* short: "ESGO 2024", "LMS-04 2024" */
  char *authors, *title, *journal, *volume, *pages, *doi, *pmid; /* "" where not known */
  int year;                                                      /* 0: not known */
  char *population;
  char *finding;
  GPtrArray *seen_at; /* (element-type utf8) */
  gboolean verified;
  GPtrArray *figures; /* (element-type LeioFigure) */
} LeioSource;

typedef struct
{
  char *term;
  GPtrArray *aka;
  char *plain;
} LeioTerm;

typedef struct
{
  char *id;
  char *group;
  char *group_label;
  LeioCondition *condition;
  char *question;
  char *why;
} LeioDoctorQuestion;

typedef struct
{
  char *id;
  char *title;
} LeioChapter;

/* A part of a page for reading at home, with what it rests on. */
typedef struct
{
  char *id;
  char *place;            /* of its texts: "pages/womb/sections/signs", "treatment_pages/ID/why" */
  char *heading;          /* "" in a page about a treatment: its part names it */
  char *text;             /* "" where there are only points */
  GPtrArray *points;      /* (element-type utf8) */
  gboolean about_program; /* speaks of the program, and so has no sources */
  GArray *evidence;       /* (element-type guint) indices of sources */
} LeioPageSection;

typedef struct
{
  char *id;
  guint chapter;
  char *title;
  gboolean emergency;  /* tells when to call at once: it is part of what is taken home */
  GPtrArray *sections; /* LeioPageSection */
} LeioPage;

/* What is told of every treatment alike, its good and its bad sides. */
typedef enum
{
  LEIO_PAGE_WHY,
  LEIO_PAGE_AGAINST,
  LEIO_PAGE_DAYS,
  LEIO_PAGE_TIME,
  LEIO_PAGE_EFFECTS,
} LeioPagePart;
#define LEIO_N_PAGE_PARTS 5

const char *leio_page_part_to_id (LeioPagePart part);

/* A figure of a source, told in people out of 100. */
typedef struct
{
  guint source;
  guint figure;      /* its place among those of the source; in per cent */
  gboolean survival; /* told to who asks alone */
  char *title;
  char *who;         /* who was studied */
  GPtrArray *groups; /* (element-type utf8) one for each arm of the figure */
} LeioPageNumbers;

typedef struct
{
  guint treatment;
  LeioPageSection *parts[LEIO_N_PAGE_PARTS];
  GPtrArray *numbers;   /* (element-type LeioPageNumbers) */
  GPtrArray *questions; /* (element-type utf8) for the doctor */
} LeioTreatmentPage;

typedef struct
{
  char *id;
  char *question;
  char *why;
} LeioMatterQuestion;

/* What can matter to a person; it feeds the questions to take along, never the advice. */
typedef struct
{
  char *id;
  char *title;
  char *plain;
  GPtrArray *questions; /* LeioMatterQuestion */
} LeioMatter;

typedef struct
{
  char *id;
  LeioCondition *condition; /* "if" */
  guint treatment;
  guint statuses; /* bit s = status s is allowed ("in", or the complement of "not_in") */
  char *why;
  GArray *evidence; /* (element-type guint) */
} LeioProperty;

/* What brings a case before the full board, whatever is settled in it. */
typedef struct
{
  char *id;
  LeioCondition *condition;
  char *why;   /* a part of a sentence: "the patient is pregnant" */
  char *plain; /* sentences */
  GArray *evidence; /* (element-type guint) indices of sources */
} LeioBoardReason;

/* What the base says about itself: purpose, population, authors, review, funding, limits … */
typedef struct
{
  char *name;
  char *text;
} LeioAttribute;

typedef struct
{
  char *id;
  char *title;
  char *version;     /* "2026.11" */
  char *review_date; /* "2026-11-24" */
  char *intended_use;
  GPtrArray *attributes; /* LeioAttribute */
  LeioLogic *logic;
  GPtrArray *groups;           /* LeioGroup */
  GPtrArray *phases;           /* LeioPhase */
  GPtrArray *disagreements;    /* LeioGroup: on what experts are known to differ */
  GPtrArray *board;            /* LeioBoardReason */
  GPtrArray *choices;          /* LeioChoiceGroup */
  GPtrArray *treatments;       /* LeioTreatment */
  GPtrArray *rules;            /* LeioRule, in the order of the files */
  GPtrArray *arguments;        /* LeioArgument, by treatment, then in the order of the rules */
  GArray *first_argument;      /* guint: of treatment t; length n_treatments + 1 */
  GPtrArray *sources;          /* LeioSource */
  GPtrArray *terms;            /* LeioTerm */
  GPtrArray *doctor_questions; /* LeioDoctorQuestion */
  GPtrArray *chapters;         /* LeioChapter: of the pages for reading at home */
  GPtrArray *pages;            /* LeioPage */
  GPtrArray *treatment_pages;  /* (element-type LeioTreatmentPage) (nullable): by treatment */
  GPtrArray *matters;          /* LeioMatter */
  GPtrArray *properties;       /* LeioProperty */
  GArray *summary;             /* guint: questions that make the line that sums a case up */
  /*< private >*/
  GHashTable *treatment_ids, *rule_ids, *source_ids; /* id -> index + 1 */
  gboolean translated; /* a catalogue of the texts was there on loading */
  gatomicrefcount ref_count;
} LeioKnowledge;

/**
 * leio_knowledge_load:
 * @directory: (nullable): the folder; NULL for the shipped knowledge base
 * @error: all faults in one message, one a line, each "FILE: where: column N: found, expected"
 *
 * Cost: linear in the files; at most 30 ms for the shipped base.
 *
 * Returns: (transfer full) (nullable): the knowledge base
 */
LeioKnowledge *leio_knowledge_load (const char *directory, GError **error);
LeioKnowledge *leio_knowledge_ref (LeioKnowledge *self);
void leio_knowledge_unref (LeioKnowledge *self);

const LeioTreatment *leio_knowledge_find_treatment (const LeioKnowledge *self, const char *id);
const LeioRule *leio_knowledge_find_rule (const LeioKnowledge *self, const char *id);
const LeioSource *leio_knowledge_find_source (const LeioKnowledge *self, const char *id);
const LeioPage *leio_knowledge_find_page (const LeioKnowledge *self, const char *id);
const LeioTreatmentPage *
leio_knowledge_get_treatment_page (const LeioKnowledge *self, guint treatment);

const char *
leio_page_section_get_heading (const LeioPageSection *self, const LeioKnowledge *knowledge);
const char *
leio_page_section_get_text (const LeioPageSection *self, const LeioKnowledge *knowledge);
const LeioFigure *
leio_page_numbers_get_figure (const LeioPageNumbers *self, const LeioKnowledge *knowledge);
const char *leio_page_section_get_point (const LeioPageSection *self,
                                         const LeioKnowledge *knowledge,
                                         guint index);

GPtrArray *
leio_knowledge_load_properties (const LeioKnowledge *self, const char *path, GError **error);

/**
 * leio_knowledge_text:
 * @self: the knowledge base
 * @context: the place of the text, FILE/ID/FIELD with the names that the files use:
 *   "questions/site/why", "questions/site/values/uterus/label", "sections/tumour/title",
 *   "impossible/ID/why", "definitions/ID/title", "derived/figo_stage/title",
 *   "derived/figo_stage/values/IB/label", "groups/ID/title", "phases/ID/title", "choices/ID/title",
 *   "choices/ID/for/TREATMENT/why", "disagreements/ID/title", "board/ID/why",
 *   "treatments/ID/name", "rules/ID/plain", "sources/ID/finding", "terms/TERM/plain",
 *   "doctor_questions/ID/question", "chapters/ID/title", "pages/ID/title",
 *   "pages/ID/sections/ID/heading", "pages/ID/sections/ID/points/1",
 *   "treatment_pages/ID/why/text", "treatment_pages/ID/questions/1", "matters/ID/plain",
 *   "matters/ID/questions/ID/why", "properties/ID/why", "attributes/purpose", "knowledge/title"
 * @text: the text of the base
 *
 * Looks @text up in the gettext domain "leio-knowledge", which the program binds before it loads
 * the base. Cost: none where there is no catalogue of the user's language.
 *
 * Returns: (transfer none): the translation, or @text
 */
const char *leio_knowledge_text (const LeioKnowledge *self, const char *context, const char *text);
char *leio_knowledge_fill (const LeioKnowledge *self,
                           const char *text,
                           const LeioAnswers *answers,
                           gboolean plain);
char *leio_source_dup_citation (const LeioSource *source);
char *leio_source_dup_link (const LeioSource *source);

/**
 * leio_knowledge_evaluate_plainly:
 * @self: the knowledge base
 * @treatment: the index of a treatment
 * @answers: a complete case: every question that is asked has a given answer
 *
 * The oracle of the tests: plain evaluation, no diagrams. Cost: exponential in chains of names and
 * of overrides; the programs ask a #LeioEngine.
 *
 * Returns: the status of the treatment
 */
LeioStatus leio_knowledge_evaluate_plainly (const LeioKnowledge *self,
                                            guint treatment,
                                            const LeioAnswers *answers);
/**
 * leio_knowledge_argument_in_force_plainly:
 * @self: the knowledge base
 * @argument: the index of an argument
 * @answers: a complete case
 *
 * Returns: whether the argument's rule applies and none of its overriders is in force
 */
gboolean leio_knowledge_argument_in_force_plainly (const LeioKnowledge *self,
                                                   guint argument,
                                                   const LeioAnswers *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioKnowledge, leio_knowledge_unref)

G_END_DECLS
