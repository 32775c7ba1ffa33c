// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// A validating proxy in front of the phone company (or its simulator): Prism with the official OpenAPI files that
// @twilio/cli-core ships. One origin for all products, as `anteroom --twilio-url` takes one.
//
//   const proxy = await start({ upstream: 'http://127.0.0.1:8738' });
//   ... let a client work against proxy.url ...
//   assert.deepEqual(proxy.findings(), []);
//   await proxy.stop();
//
// As a program: node prism_proxy.js UPSTREAM   prints "listening URL"; at its end the findings, and exits 1 if there are any.
const http = require('node:http');
const path = require('node:path');
const { getHttpOperationsFromSpec, createInstance } = require('@stoplight/prism-http');
const validation = require('@stoplight/prism-http/dist/validator');
const { ValidationContext } = require('@stoplight/prism-http/dist/validator/validators/types');
const { validateAgainstSchema } = require('@stoplight/prism-http/dist/validator/validators/utils');
const { createLogger } = require('@stoplight/prism-core');

const formType = 'application/x-www-form-urlencoded';

const specFolder = path.join(path.dirname(require.resolve('@twilio/cli-core/package.json')), 'src/services/twilio-api');
const usualSpecs = ['twilio_api_v2010.json', 'twilio_lookups_v2.json'];

// What the OpenAPI files do not describe and Prism therefore cannot judge: the sound of a recording, and the simulator's
// own control requests.
const undescribed = [/^\/2010-04-01\/Accounts\/[^/]+\/Recordings\/[^/.]+(\.wav|\.mp3)?$/, /^\/simulator\//];

const operationsOf = new Map();

function operations(spec) {
  const file = path.isAbsolute(spec) ? spec : path.join(specFolder, spec);
  if (!operationsOf.has(file)) operationsOf.set(file, getHttpOperationsFromSpec(file));
  return operationsOf.get(file);
}

async function bodyOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function valueAt(root, steps) {
  return steps.reduce((value, step) => (value === null || value === undefined ? undefined : value[step]), root);
}

/** The fields of a form. A list is sent by repeating its name; what the files call a list is one with a single item too. */
function formOf(text, schema = {}) {
  const form = new URLSearchParams(text);
  const isList = (name) => [].concat((schema.properties?.[name] ?? {}).type ?? []).includes('array');
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, isList(name) || values.length > 1 ? values : values[0]];
    }),
  );
}

/** As Prism's own, but of a repeated name in a form it sees every value, where Prism keeps the last. */
function validateInput({ resource, element }) {
  const content = (resource.request?.body?.contents ?? []).find((one) => one.mediaType === formType);
  const isForm = typeof element.body === 'string' && (element.headers['content-type'] ?? '').startsWith(formType);
  if (!content || !isForm) return validation.validateInput({ resource, element });
  const bodiless = { ...resource, request: { ...resource.request, body: undefined } };
  const rest = validation.validateInput({
    resource: bodiless,
    element: { ...element, body: undefined, headers: { ...element.headers, 'content-length': '0' } },
  });
  const found = validateAgainstSchema(formOf(element.body, content.schema), content.schema, true, ValidationContext.Input, 'body');
  const all = [...(rest._tag === 'Left' ? rest.left : []), ...(found._tag === 'Some' ? found.value : [])];
  return all.length ? { _tag: 'Left', left: all } : { _tag: 'Right', right: element };
}

// Releasing a number puts back what was there before, and where that was nothing the address is sent empty: the phone
// company knows no other way to clear it, and the files, which call the field "format: uri", none at all.
const emptiedOnRelease = ['VoiceUrl', 'VoiceFallbackUrl', 'StatusCallback', 'SmsUrl', 'SmsFallbackUrl'];

/** The files call every address "format: uri", also where an answer's is relative. Nothing else is forgiven but the above. */
function isTolerated(diagnostic, body, side) {
  if (diagnostic.code !== 'format' || !/format "uri"/.test(diagnostic.message)) return false;
  const [where, ...steps] = diagnostic.path || [];
  const value = where === 'body' ? valueAt(body, steps) : undefined;
  if (side === 'request') return value === '' && steps.length === 1 && emptiedOnRelease.includes(steps[0]);
  return typeof value === 'string' && value.startsWith('/2010-04-01/');
}

/** Passes a request on untouched. */
function pass(upstream, request, body, response) {
  const forwarded = http.request(
    upstream + request.url,
    { method: request.method, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    },
  );
  forwarded.on('error', () => response.destroy());
  forwarded.end(body);
}

/**
 * spec: one or several OpenAPI files (names within @twilio/cli-core, or absolute paths); upstream: an origin.
 * findings(): [{method, path, status, side: 'request'|'response', where, code, message}], tolerated ones left out.
 * covered(): the operations that were used, such as "get /2010-04-01/Accounts/{AccountSid}/Queues.json".
 */
async function start({ spec = usualSpecs, upstream }) {
  const all = (await Promise.all([].concat(spec).map(operations))).flat();
  const prism = createInstance(
    {
      isProxy: true,
      upstream: new URL(upstream),
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false, // a broken request still reaches the other side, so that one finding does not hide the next
      mock: { dynamic: false },
    },
    { logger: createLogger('prism', { level: 'silent' }), validateInput },
  );
  const findings = [];
  const covered = new Set();

  const note = (request, status, side, diagnostics, body) => {
    for (const diagnostic of diagnostics) {
      // The files describe success alone: that an error status is not among them is no finding.
      if (side === 'response' && status >= 400) continue;
      if (isTolerated(diagnostic, body, side)) continue;
      findings.push({
        method: request.method,
        path: request.url,
        status,
        side,
        where: (diagnostic.path || []).join('.'),
        code: diagnostic.code,
        message: diagnostic.message,
      });
    }
  };

  async function answer(request, response) {
    const body = await bodyOf(request);
    const url = new URL(request.url, 'http://proxy.invalid');
    if (undescribed.some((pattern) => pattern.test(url.pathname))) {
      pass(upstream, request, body, response);
      return;
    }
    const query = {};
    for (const name of url.searchParams.keys()) {
      const values = url.searchParams.getAll(name);
      query[name] = values.length === 1 ? values[0] : values;
    }
    const input = {
      method: request.method.toLowerCase(),
      url: { path: url.pathname, query },
      headers: request.headers,
      body: body.length ? body.toString('utf8') : null,
    };
    const result = await prism.request(input, all)();
    if (result._tag === 'Left') {
      // The upstream broke the connection: so do we. Whether that was meant is for the test to say.
      response.destroy();
      return;
    }
    const { output, validations } = result.right;
    note(request, output.statusCode, 'request', validations.input, formOf(input.body || ''));
    note(request, output.statusCode, 'response', validations.output, output.body);
    covered.add(input.method + ' ' + url.pathname);

    const headers = { ...output.headers };
    for (const name of ['content-length', 'transfer-encoding', 'connection']) delete headers[name];
    const text = output.body === undefined || output.body === '' ? '' : JSON.stringify(output.body);
    response.writeHead(output.statusCode, headers);
    response.end(typeof output.body === 'string' ? output.body : text);
  }

  const server = http.createServer((request, response) => {
    answer(request, response).catch((error) => {
      findings.push({ method: request.method, path: request.url, side: 'proxy', message: String(error) });
      response.destroy();
    });
  });
  server.keepAliveTimeout = 60000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: 'http://127.0.0.1:' + server.address().port,
    findings: () => findings,
    covered: () => [...covered],
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

module.exports = { start };

if (require.main === module) {
  start({ upstream: process.argv[2] }).then((proxy) => {
    console.log('listening ' + proxy.url);
    const end = async () => {
      await proxy.stop();
      console.log(JSON.stringify(proxy.findings(), null, 2));
      process.exit(proxy.findings().length ? 1 : 0);
    };
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
  });
}
