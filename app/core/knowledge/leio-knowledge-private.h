/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the loader share. A loader fills one knowledge base; every
 * reader goes on after a fault, with something harmless in the place of what was
 * wrong, and the base is thrown away at the end if there was any fault.
 *
 * The loader keeps the place it is at ("rule amputation-last: when") as a stack
 * of words, so that a fault needs no path handed down.
 */
#pragma once

#include "leio-faults.h"
#include "leio-json.h"
#include "leio-knowledge.h"

G_BEGIN_DECLS

/* No file of a knowledge base may be larger. */
#define LEIO_KNOWLEDGE_MAX_BYTES (8 * 1024 * 1024)
/* The format that this program writes about in its documentation. */
#define LEIO_KNOWLEDGE_FORMAT 1

typedef struct
{
  LeioKnowledge *knowledge;
  LeioQuestionnaire *questionnaire;
  LeioFaults *faults;
  const char *directory; /* (nullable): the folder, or the resource */
  const char *file;      /* what faults are reported in */
  GString *place;
  GPtrArray *roots; /* (element-type JsonNode) the files that are still read from */

  /* Names of the files, owned by @roots. */
  const char *questions_file;
  const char *definitions_file;
  JsonObject *questions; /* (nullable) where it could not be read */
  JsonObject *definitions;
  gboolean names_missing; /* questions or definitions are unreadable: conditions are not parsed */
  gboolean names_faulty;  /* questions or definitions have faults */
  gboolean treatments_missing;
  gboolean treatments_faulty; /* treatments have faults: pages about them are not read */
  gboolean sources_missing;
  gboolean rules_missing;

  /* id -> index + 1 */
  GHashTable *group_ids;
  GHashTable *phase_ids;
  GHashTable *disagreement_ids;
  GHashTable *target_ids; /* treatments, and from n_treatments on the sets */
  GPtrArray *sets;        /* (element-type GArray of guint) */
  GHashTable *names;      /* set of "kind id": what has a name that nothing refers to */
  GPtrArray *overrides;   /* (element-type JsonObject) of each rule, NULL where it has none */
} LeioLoader;

/* Reads one entry of a list; @index is its position. */
typedef void (*LeioReadEntry) (LeioLoader *loader, JsonObject *entry, guint index);
/* Reads one entry of a list of @owner. */
typedef void (*LeioReadPart) (LeioLoader *loader, JsonObject *entry, gpointer owner);

/* The place. leio_loader_enter() returns what leio_loader_leave() needs. */
gsize leio_loader_enter (LeioLoader *loader, const char *word, const char *id);
void leio_loader_leave (LeioLoader *loader, gsize place);
void leio_loader_fault (LeioLoader *loader, LeioError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void leio_loader_take (LeioLoader *loader, GError *error);

/* Members. What is missing or wrong is a fault, and the result then a harmless value. */
char *leio_loader_dup_needed (LeioLoader *loader, JsonObject *object, const char *member);
/* "" where it is absent. */
char *leio_loader_dup_text (LeioLoader *loader, JsonObject *object, const char *member);
/* NULL where it is absent. */
char *leio_loader_dup_nullable (LeioLoader *loader, JsonObject *object, const char *member);
gboolean leio_loader_get_boolean (LeioLoader *loader, JsonObject *object, const char *member);
GPtrArray *leio_loader_dup_texts (LeioLoader *loader, JsonObject *object, const char *member);
/* An id of the form [a-z0-9_-]+; NULL with a fault. */
const char *leio_loader_get_id (LeioLoader *loader, JsonObject *object);
/* The index of the text of @member in @words, or 0 with a fault. */
guint leio_loader_get_word (LeioLoader *loader,
                            JsonObject *object,
                            const char *member,
                            const char *const *words);
/* (transfer full) (nullable): the condition in @member. */
LeioCondition *
leio_loader_parse_condition (LeioLoader *loader, JsonObject *object, const char *member);

/* Ids. leio_loader_claim() says whether @id was free; it is a fault if not. */
gboolean leio_loader_claim (LeioLoader *loader, GHashTable *ids, const char *id, guint index);
/* Whether no other @kind has this @name so far; what is told about it is up to the caller. */
gboolean leio_loader_is_first (LeioLoader *loader, const char *kind, const char *name);
/* The id in @object, which no other @kind has; NULL with a fault where it is missing or taken. */
const char *leio_loader_get_new_id (LeioLoader *loader, JsonObject *object, const char *kind);
/* The fault that two things of one kind have the same id. */
void leio_loader_fault_twice (LeioLoader *loader, const char *id);
/* The index of @id in @ids, or -1 with a fault; @expected is "the id of a source". */
int leio_loader_find (LeioLoader *loader, GHashTable *ids, const char *id, const char *expected);
int leio_loader_get_reference (LeioLoader *loader,
                               JsonObject *object,
                               const char *member,
                               GHashTable *ids,
                               const char *expected);
GArray *leio_loader_get_references (LeioLoader *loader,
                                    JsonObject *object,
                                    const char *member,
                                    gboolean needed,
                                    GHashTable *ids,
                                    const char *expected);

/* Lists: @word is what the place calls an entry, @name the member that names it. */
void leio_loader_each (LeioLoader *loader,
                       JsonObject *object,
                       const char *member,
                       gboolean needed,
                       const char *word,
                       const char *name,
                       LeioReadEntry read);
/* The same for a list of @owner whose entries have no names: the place counts them. */
void leio_loader_each_part (LeioLoader *loader,
                            JsonObject *object,
                            const char *member,
                            gboolean needed,
                            const char *word,
                            LeioReadPart read,
                            gpointer owner);
/* (element-type LeioValue): 1 to @most values of a question or derived fact. */
GPtrArray *leio_loader_read_values (LeioLoader *loader, JsonObject *object, guint most);
JsonObject *leio_loader_open (LeioLoader *loader, const char *file);

/* The files. */
void leio_loader_read_questions (LeioLoader *loader);
GHashTable *leio_loader_dup_question_ids (LeioLoader *loader);
void leio_loader_declare_names (LeioLoader *loader);
void leio_loader_read_conditions (LeioLoader *loader);
void leio_loader_read_treatments (LeioLoader *loader, JsonObject *object);
void leio_loader_read_sources (LeioLoader *loader, JsonObject *object);
void leio_loader_read_rules (LeioLoader *loader, JsonObject *object);
void leio_loader_read_overrides (LeioLoader *loader);
void leio_loader_read_terms (LeioLoader *loader, JsonObject *object);
void leio_loader_read_doctor_questions (LeioLoader *loader, JsonObject *object);
void leio_loader_read_pages (LeioLoader *loader, JsonObject *object);
void leio_loader_read_treatment_pages (LeioLoader *loader, JsonObject *object);
/* (transfer full): the sources of something that rests on one at least. */
GArray *leio_loader_get_evidence (LeioLoader *loader, JsonObject *object);
/* Of the manifest itself; the names of definitions and sources must be known. */
void leio_loader_read_board (LeioLoader *loader, JsonObject *object);
void leio_loader_read_properties (LeioLoader *loader, JsonObject *object);

/* After everything is read: placeholders, arguments, circles of overrides. */
void leio_loader_check (LeioLoader *loader);

/* Where there is a catalogue: the texts that are not looked up where they are told. */
void leio_knowledge_translate (LeioKnowledge *self);

LeioKnowledge *leio_knowledge_new (void);
LeioChoiceGroup *leio_choice_group_new (const char *id);
void leio_property_free (LeioProperty *self);
void leio_rule_free (LeioRule *self);
void leio_chapter_free (LeioChapter *self);
LeioPageSection *leio_page_section_new (const char *id, char *place);
void leio_page_section_free (LeioPageSection *self);
LeioPage *leio_page_new (const char *id);
void leio_page_free (LeioPage *self);
void leio_treatment_page_free (LeioTreatmentPage *self);
void leio_page_numbers_free (LeioPageNumbers *self);
LeioMatter *leio_matter_new (const char *id);
void leio_matter_free (LeioMatter *self);

G_END_DECLS
