<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>About</name>
    <message>
        <source>About Anteroom</source>
        <translation>Über Anteroom</translation>
    </message>
    <message>
        <source>Anteroom %1</source>
        <translation>Anteroom %1</translation>
    </message>
    <message>
        <source>Callers wait here, are seen, and are pulled to any phone: for call-in shows, and for small offices without a front desk.</source>
        <translation>Hier warten Anrufer, werden gesehen und auf ein beliebiges Telefon geholt: für Sendungen mit Höreranrufen und für kleine Büros ohne Empfang.</translation>
    </message>
    <message>
        <source>© 2026 The Anteroom developers. Free software under the GNU General Public License, version 3 or later; it comes without any warranty. Made with Qt %1.</source>
        <translation>© 2026 The Anteroom developers. Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne jede Gewähr. Gemacht mit Qt %1.</translation>
    </message>
</context>
<context>
    <name>CallWords</name>
    <message>
        <source>first call</source>
        <translation>erster Anruf</translation>
    </message>
    <message>
        <source>%1st call</source>
        <translation>%1. Anruf</translation>
    </message>
    <message>
        <source>%1nd call</source>
        <translation>%1. Anruf</translation>
    </message>
    <message>
        <source>%1rd call</source>
        <translation>%1. Anruf</translation>
    </message>
    <message>
        <source>%1th call</source>
        <translation>%1. Anruf</translation>
    </message>
    <message>
        <source>Ringing %1</source>
        <translation>Klingelt bei %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Wird verbunden</translation>
    </message>
    <message>
        <source>Going on hold</source>
        <translation>Kommt zurück</translation>
    </message>
    <message>
        <source>To voicemail</source>
        <translation>Zum Anrufbeantworter</translation>
    </message>
    <message>
        <source>Being thanked</source>
        <translation>Hört den Dank</translation>
    </message>
    <message>
        <source>Hanging up</source>
        <translation>Wird aufgelegt</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>Gesprochen</translation>
    </message>
    <message>
        <source>Left a message</source>
        <translation>Nachricht hinterlassen</translation>
    </message>
    <message>
        <source>Thanked</source>
        <translation>Verabschiedet</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>Aufgelegt</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Queue was full</source>
        <translation>Schlange war voll</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>Anruf gescheitert</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Unknown name</source>
        <translation>Name unbekannt</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Nummer unterdrückt</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Vorgespräch</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>screener</source>
        <translation>Vorgespräche</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>Zuschauer</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Arriving</source>
        <translation>Kommt herein</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>Auf Sendung</translation>
    </message>
    <message>
        <source>Leaving message</source>
        <translation>Spricht Nachricht</translation>
    </message>
    <message>
        <source>Screening · %1</source>
        <translation>Vorgespräch · %1</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>auf Sendung</translation>
    </message>
    <message>
        <source>hung up after</source>
        <translation>aufgelegt nach</translation>
    </message>
    <message>
        <source>left voicemail</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>thanked after</source>
        <translation>verabschiedet nach</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>queue was full</source>
        <translation>Schlange war voll</translation>
    </message>
    <message>
        <source>call failed</source>
        <translation>Anruf gescheitert</translation>
    </message>
    <message>
        <source>called</source>
        <translation>angerufen</translation>
    </message>
    <message>
        <source>Hung up after %1</source>
        <translation>Nach %1 aufgelegt</translation>
    </message>
    <message>
        <source>MMM d</source>
        <extracomment>day and month of an earlier call, as Qt spells date formats</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>wartet seit %1</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>Receiving calls</source>
        <translation>Anrufe kommen an</translation>
    </message>
    <message>
        <source>Receiving calls at %1</source>
        <translation>Anrufe kommen an bei %1</translation>
    </message>
    <message>
        <source>Receiving calls by asking every few seconds</source>
        <translation>Anrufe kommen an (Nachfrage alle paar Sekunden)</translation>
    </message>
    <message>
        <source>No news from the phone company</source>
        <translation>Keine Nachricht von der Telefongesellschaft</translation>
    </message>
    <message>
        <source>Connecting to the phone company…</source>
        <translation>Verbindung zur Telefongesellschaft…</translation>
    </message>
    <message>
        <source>There has been no news from the phone company for %1.</source>
        <translation>Seit %1 kam keine Nachricht von der Telefongesellschaft.</translation>
    </message>
    <message>
        <source>There has been no news from the phone company yet.</source>
        <translation>Von der Telefongesellschaft kam noch keine Nachricht.</translation>
    </message>
    <message>
        <source>What you see may be out of date. %1 Callers are still being looked after and hear music. Check the internet connection; the list comes back by itself.</source>
        <translation>Was Sie sehen, kann veraltet sein. %1 Die Anrufer sind weiter versorgt und hören Musik. Prüfen Sie die Internetverbindung; die Liste kommt von selbst wieder.</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>less than a minute</source>
        <translation>weniger als einer Minute</translation>
    </message>
    <message>
        <source>one minute</source>
        <translation>einer Minute</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>one hour</source>
        <translation>einer Stunde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>h:mm ap</source>
        <extracomment>time of day format as Qt spells it, e.g. &quot;9:41 am&quot;; in most languages &quot;H:mm&quot;</extracomment>
        <translation>H:mm</translation>
    </message>
    <message>
        <source>%1 there</source>
        <translation>dort %1</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::ActionBar</name>
    <message>
        <source>Actions for the chosen caller</source>
        <translation>Aktionen für den gewählten Anrufer</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::CallActions</name>
    <message>
        <source>&amp;Pull to my phone</source>
        <translation>Auf mein &amp;Telefon holen</translation>
    </message>
    <message>
        <source>&amp;Next (hold current)</source>
        <translation>&amp;Nächster (jetziger wartet)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>D&amp;azuholen</translation>
    </message>
    <message>
        <source>&amp;Screen</source>
        <translation>&amp;Vorgespräch</translation>
    </message>
    <message>
        <source>Mark &amp;ready</source>
        <translation>Als be&amp;reit markieren</translation>
    </message>
    <message>
        <source>&amp;Back to New</source>
        <translation>Zurück auf &amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Voicemail</source>
        <translation>An&amp;rufbeantworter</translation>
    </message>
    <message>
        <source>&amp;Thank and release</source>
        <translation>&amp;Danken und verabschieden</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Back to &amp;hold</source>
        <translation>Zurück in die &amp;Warteschlange</translation>
    </message>
    <message>
        <source>Han&amp;g up</source>
        <translation>A&amp;uflegen</translation>
    </message>
    <message>
        <source>&amp;Cancel ringing</source>
        <translation>&amp;Klingeln abbrechen</translation>
    </message>
    <message>
        <source>&amp;Lines open</source>
        <translation>&amp;Leitungen offen</translation>
    </message>
    <message>
        <source>Close &amp;out queue…</source>
        <translation>&amp;Warteschlange abschließen…</translation>
    </message>
    <message>
        <source>&amp;Keep my phone on</source>
        <translation>Mein Telefon ver&amp;bunden lassen</translation>
    </message>
    <message>
        <source>Rings your phone; the caller hears music until you press 1 there.</source>
        <translation>Ihr Telefon klingelt; der Anrufer hört Musik, bis Sie dort die 1 drücken.</translation>
    </message>
    <message>
        <source>Puts whom you talk to back in line, then connects the chosen caller.</source>
        <translation>Stellt Ihren Gesprächspartner zurück in die Schlange und verbindet dann den gewählten Anrufer.</translation>
    </message>
    <message>
        <source>Brings the chosen caller into the running conversation.</source>
        <translation>Holt den gewählten Anrufer in das laufende Gespräch.</translation>
    </message>
    <message>
        <source>The caller hears a greeting and a beep, and may leave a message.</source>
        <translation>Der Anrufer hört eine Ansage und einen Piepton und kann eine Nachricht hinterlassen.</translation>
    </message>
    <message>
        <source>The caller hears your thanks, then the call ends.</source>
        <translation>Der Anrufer hört Ihren Dank, dann endet der Anruf.</translation>
    </message>
    <message>
        <source>End of the show: everyone still waiting is treated kindly.</source>
        <translation>Ende der Sendung: Wer noch wartet, wird freundlich verabschiedet.</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::CallCard</name>
    <message>
        <source>Back to hold</source>
        <translation>Warten lassen</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Wird verbunden</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>Auf Sendung</translation>
    </message>
    <message>
        <source>On air · %1</source>
        <translation>Auf Sendung · %1</translation>
    </message>
    <message>
        <source>Ringing my phone</source>
        <translation>Mein Telefon klingelt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::CallQueueModel</name>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>#</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::CallerAlert</name>
    <message>
        <source>%1 is waiting</source>
        <translation>%1 wartet</translation>
    </message>
    <message>
        <source>%1 new callers are waiting</source>
        <translation>%1 neue Anrufer warten</translation>
    </message>
    <message>
        <source>The first is %1.</source>
        <translation>Als Erstes: %1.</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::CallerPanel</name>
    <message>
        <source>Chosen caller</source>
        <translation>Gewählter Anrufer</translation>
    </message>
    <message>
        <source>Choose a caller to see and write down what the host should know.</source>
        <translation>Wählen Sie einen Anrufer, um zu sehen und aufzuschreiben, was die Moderation wissen soll.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Say it like</source>
        <translation>Aussprache</translation>
    </message>
    <message>
        <source>Notes for the host</source>
        <translation>Notizen für die Moderation</translation>
    </message>
    <message>
        <source>What they want to talk about</source>
        <translation>Worum es gehen soll</translation>
    </message>
    <message>
        <source>How the name is spoken</source>
        <translation>Wie der Name gesprochen wird</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>Markieren…</translation>
    </message>
    <message>
        <source>Earlier calls</source>
        <translation>Frühere Anrufe</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Nummer unterdrückt</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::CardArea</name>
    <message>
        <source>Connected and ringing calls</source>
        <translation>Verbundene und klingelnde Anrufe</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::CloseOutDialog</name>
    <message>
        <source>Close out queue</source>
        <translation>Warteschlange abschließen</translation>
    </message>
    <message>
        <source>Callers to close out</source>
        <translation>Anrufer beim Abschließen</translation>
    </message>
    <message>
        <source>&amp;Thank them and say goodbye</source>
        <translation>&amp;Danken und verabschieden</translation>
    </message>
    <message>
        <source>Let them leave a &amp;message for the show</source>
        <translation>Eine &amp;Nachricht für die Sendung hinterlassen lassen</translation>
    </message>
    <message>
        <source>Send a te&amp;xt; landlines and withheld numbers hear it spoken</source>
        <translation>Eine &amp;SMS senden; Festnetz und unterdrückte Nummern hören sie gesprochen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Retry failed</source>
        <translation>Gescheiterte &amp;wiederholen</translation>
    </message>
    <message>
        <source>Begin &amp;another</source>
        <translation>&amp;Neu beginnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What they hear</source>
        <translation>Was sie hören</translation>
    </message>
    <message>
        <source>Your usual words of thanks</source>
        <translation>Ihre üblichen Dankesworte</translation>
    </message>
    <message>
        <source>What they hear before the beep</source>
        <translation>Was sie vor dem Piepton hören</translation>
    </message>
    <message>
        <source>Your usual voicemail greeting</source>
        <translation>Ihre übliche Ansage</translation>
    </message>
    <message>
        <source>The text; also what the others hear</source>
        <translation>Die SMS; auch das, was die anderen hören</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>One caller is left</source>
        <translation>Ein Anrufer ist noch da</translation>
    </message>
    <message>
        <source>%1 callers are left</source>
        <translation>%1 Anrufer sind noch da</translation>
    </message>
    <message>
        <source>The lines close, so that nobody new joins.</source>
        <translation>Die Leitungen schließen, damit niemand Neues dazukommt.</translation>
    </message>
    <message>
        <source>The lines close first, so that nobody new joins. Calls that are connected and messages being left are not touched.</source>
        <translation>Zuerst schließen die Leitungen, damit niemand Neues dazukommt. Laufende Gespräche und Nachrichten bleiben unberührt.</translation>
    </message>
    <message>
        <source>Close lines</source>
        <translation>Leitungen schließen</translation>
    </message>
    <message>
        <source>Close lines and treat one caller</source>
        <translation>Leitungen schließen, einen Anrufer verabschieden</translation>
    </message>
    <message>
        <source>Close lines and treat %1 callers</source>
        <translation>Leitungen schließen, %1 Anrufer verabschieden</translation>
    </message>
    <message>
        <source>Closing out…</source>
        <translation>Wird abgeschlossen…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The queue is closed out</source>
        <translation>Die Warteschlange ist abgeschlossen</translation>
    </message>
    <message>
        <source>You may close this window; it goes on.</source>
        <translation>Sie können dieses Fenster schließen; es geht weiter.</translation>
    </message>
    <message>
        <source>This summary is kept until the next close-out.</source>
        <translation>Diese Zusammenfassung bleibt bis zum nächsten Abschließen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>%1 left alone</source>
        <translation>%1 unberührt</translation>
    </message>
    <message>
        <source>Whoever is still waiting stays in the queue and hears music.</source>
        <translation>Wer noch wartet, bleibt in der Schlange und hört Musik.</translation>
    </message>
    <message>
        <source>Those who failed still wait. Try again, or pull them yourself.</source>
        <translation>Die Gescheiterten warten noch. Versuchen Sie es erneut, oder holen Sie sie selbst.</translation>
    </message>
    <message>
        <source>Closed out, but not everybody</source>
        <translation>Abgeschlossen, aber nicht alle</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::CloseOutModel</name>
    <message>
        <source>Being treated…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ Erledigt</translation>
    </message>
    <message>
        <source>✗ Failed</source>
        <translation>✗ Gescheitert</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Unberührt</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Kommt noch</translation>
    </message>
    <message>
        <source>number withheld</source>
        <translation>Nummer unterdrückt</translation>
    </message>
    <message>
        <source>arriving</source>
        <translation>kommt herein</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::HistoryPage</name>
    <message>
        <source>Search name, number, topic or notes</source>
        <translation>Name, Nummer, Thema oder Notizen suchen</translation>
    </message>
    <message>
        <source>Search past calls</source>
        <translation>Frühere Anrufe durchsuchen</translation>
    </message>
    <message>
        <source>Past calls</source>
        <translation>Frühere Anrufe</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Noch keine Anrufe</translation>
    </message>
    <message>
        <source>Every call is kept here when it has ended, with its topic and notes.</source>
        <translation>Jeder beendete Anruf bleibt hier, mit Thema und Notizen.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No past call has “%1” in its name, number, topic or notes.</source>
        <translation>Kein früherer Anruf enthält „%1“ in Name, Nummer, Thema oder Notizen.</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::KeyButton</name>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::MainWindow</name>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Anrufbeantworter</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Anruf</translation>
    </message>
    <message>
        <source>&amp;Edit topic</source>
        <translation>Thema b&amp;earbeiten</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>&amp;Leitung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Anteroom</source>
        <translation>&amp;Über Anteroom</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Find a past call</source>
        <translation>Früheren Anruf &amp;suchen</translation>
    </message>
    <message>
        <source>Light or dark as the &amp;system</source>
        <translation>Hell oder dunkel wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>S&amp;ound for a new caller</source>
        <translation>&amp;Ton bei neuem Anrufer</translation>
    </message>
    <message>
        <source>&amp;Notification for a new caller</source>
        <translation>&amp;Meldung bei neuem Anrufer</translation>
    </message>
    <message>
        <source>Anteroom</source>
        <translation>Anteroom</translation>
    </message>
    <message>
        <source>%1 — Anteroom</source>
        <translation>%1 — Anteroom</translation>
    </message>
    <message>
        <source>%1 (rehearsal)</source>
        <translation>%1 (Probe)</translation>
    </message>
    <message>
        <source>%1 new messages</source>
        <translation>%1 neue Nachrichten</translation>
    </message>
    <message>
        <source>Voicemail, %1 new</source>
        <translation>Anrufbeantworter, %1 neu</translation>
    </message>
    <message>
        <source>Close the lines</source>
        <translation>Leitungen schließen</translation>
    </message>
    <message>
        <source>Close the lines?</source>
        <translation>Leitungen schließen?</translation>
    </message>
    <message>
        <source>New callers hear that the lines are closed. Whoever is waiting keeps waiting.</source>
        <translation>Neue Anrufer hören, dass die Leitungen geschlossen sind. Wer wartet, wartet weiter.</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::MessageModel</name>
    <message>
        <source>Number withheld</source>
        <translation>Nummer unterdrückt</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>gehört</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>noch nicht gehört</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Hinterlassen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::PastCallModel</name>
    <message>
        <source>Number withheld</source>
        <translation>Nummer unterdrückt</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>Gesprochen</translation>
    </message>
    <message>
        <source>Topic and notes</source>
        <translation>Thema und Notizen</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::PhoneButton</name>
    <message>
        <source>My phone: none</source>
        <translation>Mein Telefon: keines</translation>
    </message>
    <message>
        <source>My phone: %1</source>
        <translation>Mein Telefon: %1</translation>
    </message>
    <message>
        <source>My phone is on: %1</source>
        <translation>Mein Telefon ist verbunden: %1</translation>
    </message>
    <message>
        <source>My phone rings…</source>
        <translation>Mein Telefon klingelt…</translation>
    </message>
    <message>
        <source>&amp;Another number…</source>
        <translation>&amp;Andere Nummer…</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::PhoneDialog</name>
    <message>
        <source>My phone</source>
        <translation>Mein Telefon</translation>
    </message>
    <message>
        <source>Callers are pulled to this phone. Any phone will do; it rings, and you press 1 to take the caller.</source>
        <translation>Auf dieses Telefon werden Anrufer geholt. Jedes Telefon ist recht; es klingelt, und mit der 1 nehmen Sie den Anrufer an.</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Use this phone</source>
        <translation>Dieses Telefon benutzen</translation>
    </message>
    <message>
        <source>That is not a telephone number. Write it with its country code, such as +1 415 555 0177.</source>
        <translation>Das ist keine Telefonnummer. Schreiben Sie sie mit Landesvorwahl, etwa +49 30 901820.</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::Player</name>
    <message>
        <source>▶  Play</source>
        <translation>▶  Abspielen</translation>
    </message>
    <message>
        <source>Position in the message</source>
        <translation>Stelle in der Nachricht</translation>
    </message>
    <message>
        <source>The recording is still being fetched.</source>
        <translation>Die Aufnahme wird noch geholt.</translation>
    </message>
    <message>
        <source>❚❚  Pause</source>
        <translation>❚❚  Pause</translation>
    </message>
    <message>
        <source>This message cannot be played here: %1</source>
        <translation>Diese Nachricht lässt sich hier nicht abspielen: %1</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::QueuePage</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>The queue appears as soon as the phone company answers.</source>
        <translation>Die Warteschlange erscheint, sobald die Telefongesellschaft antwortet.</translation>
    </message>
    <message>
        <source>No news</source>
        <translation>Keine Nachricht</translation>
    </message>
    <message>
        <source>Nobody was waiting when the phone company was last heard.</source>
        <translation>Beim letzten Kontakt zur Telefongesellschaft wartete niemand.</translation>
    </message>
    <message>
        <source>The lines are closed</source>
        <translation>Die Leitungen sind geschlossen</translation>
    </message>
    <message>
        <source>Callers of %1 hear that the lines are closed. Open them with Ctrl+L, or with the button at the top left.</source>
        <translation>Wer %1 anruft, hört, dass die Leitungen geschlossen sind. Öffnen Sie sie mit Strg+L oder mit dem Knopf oben links.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>Callers who dial %1 appear here the moment they join the queue.</source>
        <translation>Wer %1 anruft, erscheint hier, sobald er in der Schlange steht.</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::QueueView</name>
    <message>
        <source>Waiting callers</source>
        <translation>Wartende Anrufer</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::StatusLine</name>
    <message>
        <source>Rehearsal: simulated callers</source>
        <translation>Probe: simulierte Anrufer</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Phone company: %1 ms</source>
        <translation>Telefongesellschaft: %1 ms</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::TopBar</name>
    <message>
        <source>waiting</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>am längsten</translation>
    </message>
    <message>
        <source>average</source>
        <translation>im Schnitt</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>Waiting callers over the last half hour</source>
        <translation>Wartende in der letzten halben Stunde</translation>
    </message>
    <message>
        <source>Lines open</source>
        <translation>Leitungen offen</translation>
    </message>
    <message>
        <source>Lines closed</source>
        <translation>Leitungen zu</translation>
    </message>
    <message>
        <source>queue “%1”</source>
        <translation>Schlange „%1“</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::Tray</name>
    <message>
        <source>&amp;Show Anteroom</source>
        <translation>Anteroom &amp;zeigen</translation>
    </message>
    <message>
        <source>%1: %2 waiting</source>
        <translation>%1: %2 warten</translation>
    </message>
</context>
<context>
    <name>anteroom::ui::VoicemailPage</name>
    <message>
        <source>Mark as not heard</source>
        <translation>Als nicht gehört markieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Anrufbeantworter</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Keine Nachrichten</translation>
    </message>
    <message>
        <source>When a caller is sent to voicemail, or waits while nobody is at the desk, the message appears here.</source>
        <translation>Wenn ein Anrufer zum Anrufbeantworter geschickt wird oder niemand am Pult ist, erscheint die Nachricht hier.</translation>
    </message>
    <message>
        <source>Mark as heard</source>
        <translation>Als gehört markieren</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Delete the message of %1?</source>
        <translation>Nachricht von %1 löschen?</translation>
    </message>
    <message>
        <source>It is deleted here and at the phone company, and cannot be brought back.</source>
        <translation>Sie wird hier und bei der Telefongesellschaft gelöscht und lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
</TS>
