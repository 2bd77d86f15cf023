// SPDX-License-Identifier: MIT
// The tables of the kramdown passes, byte for byte; tst_kramdown asks kramdown itself whether the tables are right.
#include "markdown/document.h"
#include "markdowncases.h"

#include <QTest>

using namespace galley;

class MarkdownCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdown_becomesKramdownsHtml_data()
    {
        QTest::addColumn<int>("index");
        m_cases = test::markdownCases();
        QVERIFY(m_cases.size() > 150);
        for (std::size_t i = 0; i < m_cases.size(); ++i)
            QTest::newRow(m_cases[i].name.c_str()) << static_cast<int>(i);
    }

    void markdown_becomesKramdownsHtml()
    {
        QFETCH(int, index);
        const test::MarkdownCase& one = m_cases[static_cast<std::size_t>(index)];
        const std::string html = markdown::toHtml(one.markdown, test::optionsFromJson(one.options)).html;
        QVERIFY2(html == one.html, ("\nours:\n" + html + "\nkramdown's:\n" + one.html).c_str());
    }

private:
    std::vector<test::MarkdownCase> m_cases;
};

QTEST_APPLESS_MAIN(MarkdownCasesTest)
#include "tst_markdowncases.moc"
