// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/document.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

namespace anteroom::twiml {

using namespace Qt::StringLiterals;

namespace {

// Response, Gather, Say and a few levels of speech markup; nothing real goes deeper.
constexpr int maximumDepth = 16;

constexpr int tooLarge = 11750;
constexpr int notXml = 12100;
constexpr int wrongXmlVersion = 12101;
constexpr int wrongRoot = 12102;
constexpr int againstSchema = 12200;

struct ReadWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::twiml)
};

std::unexpected<ReadError> refuse(int code, const QString &sentence)
{
    return std::unexpected(ReadError{code, sentence});
}

class Reader
{
public:
    explicit Reader(const QByteArray &xml) : m_xml(xml)
    {
        m_xml.setNamespaceProcessing(false); // the vocabulary has none; names count as they are spelt
    }

    std::expected<Document, ReadError> document()
    {
        bool sawRoot = false;
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
                return refuse(
                    notXml, ReadWords::tr("The document declares a DTD or entities, which are never read."));
            case QXmlStreamReader::StartDocument:
                if (const auto version = m_xml.documentVersion(); !version.isEmpty() && version != "1.0"_L1)
                    return refuse(wrongXmlVersion, ReadWords::tr("The document is not XML 1.0."));
                break;
            case QXmlStreamReader::StartElement:
                sawRoot = true;
                if (m_xml.qualifiedName() != "Response"_L1)
                    return refuse(wrongRoot, ReadWords::tr("The root element is \"%1\" and not \"Response\".")
                                                 .arg(m_xml.qualifiedName()));
                readChildren(m_document, nullptr, 1);
                break;
            default:
                break;
            }
            if (m_tooDeep)
                return refuse(againstSchema,
                              ReadWords::tr("Elements are nested deeper than %1 levels.").arg(maximumDepth));
        }
        if (m_xml.hasError())
            return refuse(notXml, ReadWords::tr("The document is not well-formed XML (line %1: %2).")
                                      .arg(m_xml.lineNumber())
                                      .arg(m_xml.errorString()));
        if (!sawRoot)
            return refuse(notXml, ReadWords::tr("The document is empty."));
        return m_document;
    }

private:
    void readChildren(QList<Element> &into, QString *text, int depth)
    {
        while (!m_xml.atEnd() && !m_tooDeep) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::EndElement:
                return;
            case QXmlStreamReader::Characters:
                if (text) // loose words in the root are passed over, as the phone company does
                    *text += m_xml.text();
                break;
            case QXmlStreamReader::StartElement:
                if (depth >= maximumDepth) {
                    m_tooDeep = true;
                    return;
                }
                into.append(readElement(depth + 1));
                break;
            default:
                break;
            }
        }
    }

    Element readElement(int depth)
    {
        Element element;
        element.name = m_xml.qualifiedName().toString();
        for (const QXmlStreamAttribute &attribute : m_xml.attributes())
            element.attributes.append({attribute.qualifiedName().toString(), attribute.value().toString()});
        readChildren(element.children, &element.text, depth);
        // The indentation between nouns is no text.
        if (!element.children.isEmpty() && QStringView(element.text).trimmed().isEmpty())
            element.text.clear();
        return element;
    }

    QXmlStreamReader m_xml;
    Document m_document;
    bool m_tooDeep = false;
};

} // namespace

std::expected<Document, ReadError> read(QByteArrayView xml)
{
    if (xml.size() > maximumDocumentBytes)
        return refuse(tooLarge, ReadWords::tr("The document has %1 bytes; %2 are allowed.")
                                    .arg(xml.size())
                                    .arg(maximumDocumentBytes));
    const QByteArray bytes = xml.toByteArray();
    return Reader(bytes).document();
}

} // namespace anteroom::twiml
