// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Checks and answers what the console does, the way the SDK's own examples do it, and stores nothing.
// Usage: node server.js [PUBLIC_URL]; account and token from TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.
"use strict";
const express = require("express");
const twilio = require("twilio");

const publicUrl = new URL(process.argv[2] || "https://desk.example.com");
const accountSid = process.env.TWILIO_ACCOUNT_SID;

const app = express();
app.disable("x-powered-by");
app.disable("etag"); // a POST's answer is never asked for again
app.use(express.urlencoded({ extended: false }));
app.use(twilio.webhook({ protocol: publicUrl.protocol.slice(0, -1), host: publicUrl.host }));
app.use((request, response, next) => {
    if (request.body.AccountSid !== accountSid) {
        response.sendStatus(403);
        return;
    }
    next();
});
app.post(["/twilio/voice", "/twilio/call"], (request, response) => {
    const document = new twilio.twiml.VoiceResponse();
    document.say("Thank you for calling. Please hold for the next available person.");
    document.redirect(new URL("/twilio/call?cue=greeted", publicUrl).href);
    response.type("text/xml").send(document.toString());
});
app.post("/twilio/call-status", (request, response) => response.sendStatus(204));

const server = app.listen(0, "127.0.0.1", () => console.log(`listening http://127.0.0.1:${server.address().port}`));
