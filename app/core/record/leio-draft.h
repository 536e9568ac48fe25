/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drafts: unsaved cases that are kept by themselves, so that a crash or a power
 * cut loses nothing. A draft is one file in a folder that only its owner can
 * read: the case itself, the file that it belongs to and what that held, and the date.
 *
 * Several programs may run at once. Each holds a lock in the folder for as long as
 * it lives, which the system takes back however it ends, and the name of a draft
 * begins with the name of that lock: so a draft whose lock is free is one that
 * somebody lost. Taking it over is renaming it, which only one of two can do.
 *
 * In the same way a program marks the files that it has open, for others to tell.
 *
 * A draft that cannot be read is told and left where it is. Nothing is removed but
 * by leio_draft_store_remove().
 */
#pragma once

#include "leio-case.h"

G_BEGIN_DECLS

#define LEIO_DRAFT_VERSION 1

typedef struct
{
  char *path;      /* of the draft */
  LeioCase *kase;  /* (nullable) where it cannot be read */
  GFile *file;     /* (nullable) that the case belongs to */
  char *tag;       /* (nullable) of @file, when the case was last the same; see leio_case_save() */
  GDateTime *date; /* when it was kept */
  GError *fault;   /* (nullable) why it cannot be read */
} LeioDraft;

typedef struct _LeioDraftStore LeioDraftStore;

LeioDraftStore *leio_draft_store_new (const char *folder, GError **error);
LeioDraftStore *leio_draft_store_ref (LeioDraftStore *self);
void leio_draft_store_unref (LeioDraftStore *self);
char *leio_draft_store_dup_path (LeioDraftStore *self);
gboolean leio_draft_store_write (LeioDraftStore *self,
                                 const LeioDraft *draft,
                                 const LeioQuestionnaire *questionnaire,
                                 GError **error);
gboolean leio_draft_store_remove (LeioDraftStore *self, const char *path, GError **error);
GPtrArray *leio_draft_store_list (LeioDraftStore *self,
                                  const LeioQuestionnaire *questionnaire,
                                  const char *knowledge_id,
                                  GError **error);
char *leio_draft_store_take (LeioDraftStore *self, const LeioDraft *draft, GError **error);
char *leio_draft_store_dup_mark (LeioDraftStore *self);
gboolean leio_draft_store_mark_open (LeioDraftStore *self,
                                     const char *mark,
                                     GFile *file,
                                     GError **error);
GDateTime *leio_draft_store_find_open (LeioDraftStore *self, GFile *file);
void leio_draft_free (LeioDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioDraft, leio_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioDraftStore, leio_draft_store_unref)

G_END_DECLS
