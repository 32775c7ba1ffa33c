// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const assert = require('node:assert/strict');

/** The SDK call fails with this HTTP status and this error number of the phone company. */
function refused(promise, status, code) {
  return assert.rejects(promise, (error) => {
    assert.deepEqual({ status: error.status, code: error.code }, { status, code }, error.message);
    assert.ok(error.message.length > 0);
    return true;
  });
}

const rfc2822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d \+0000$/;

module.exports = { refused, rfc2822 };
