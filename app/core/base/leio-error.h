/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one error domain of Leio. A message names the place, what was found and
 * what was expected; it has no "Error:" in front and no final stop.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LEIO_ERROR:
 *
 * Domain of every error that Leio's own code sets.
 */
#define LEIO_ERROR (leio_error_quark ())

/**
 * LeioError:
 * @LEIO_ERROR_UNREADABLE: the file is missing, a folder, or may not be read
 * @LEIO_ERROR_TOO_LARGE: the file is larger than Leio reads
 * @LEIO_ERROR_ENCODING: the text is not UTF-8
 * @LEIO_ERROR_SYNTAX: the text is not JSON, or a condition does not follow the grammar
 * @LEIO_ERROR_TYPE: a member has the wrong type
 * @LEIO_ERROR_MISSING: a member that is needed is missing
 * @LEIO_ERROR_UNKNOWN_ID: a reference to something that is not there
 * @LEIO_ERROR_DUPLICATE: an id that is there twice
 * @LEIO_ERROR_RANGE: a number or value out of bounds
 * @LEIO_ERROR_CYCLE: definitions, questions or overrides that go in a circle
 * @LEIO_ERROR_VERSION: a format version that this program does not know
 * @LEIO_ERROR_KNOWLEDGE: a knowledge base that does not fit, or has faults
 * @LEIO_ERROR_LIMIT: more diagram nodes than allowed
 * @LEIO_ERROR_FAILED: anything else
 *
 * What a caller can act upon.
 */
typedef enum
{
  LEIO_ERROR_UNREADABLE,
  LEIO_ERROR_TOO_LARGE,
  LEIO_ERROR_ENCODING,
  LEIO_ERROR_SYNTAX,
  LEIO_ERROR_TYPE,
  LEIO_ERROR_MISSING,
  LEIO_ERROR_UNKNOWN_ID,
  LEIO_ERROR_DUPLICATE,
  LEIO_ERROR_RANGE,
  LEIO_ERROR_CYCLE,
  LEIO_ERROR_VERSION,
  LEIO_ERROR_KNOWLEDGE,
  LEIO_ERROR_LIMIT,
  LEIO_ERROR_FAILED,
} LeioError;

/**
 * leio_error_quark:
 *
 * Returns: the domain behind %LEIO_ERROR
 */
GQuark leio_error_quark (void);

G_END_DECLS
