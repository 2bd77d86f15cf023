// SPDX-License-Identifier: MIT
#include "base/value.h"

#include <QTest>

using namespace galley;

class TestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyIntegerKeys_areFound()
    {
        Hash hash;
        for (int i = 0; i < 100000; ++i)
            hash.set(i, i);
        QCOMPARE(hash.size(), std::size_t{100000});
        QCOMPARE(hash.find(Value(77777))->integer(), 77777);
        QVERIFY(!hash.find(Value(77777.0)) && !hash.contains("77777"));
    }

    void integerAndFloatOfOneAmount_areEqual() { QVERIFY(Value(1) == Value(1.0)); }

    void hash_keepsOrderOfInsertionAndReplacesInPlace()
    {
        Hash hash;
        hash.set("b", 1);
        hash.set("a", 2);
        hash.set("b", 3);
        QCOMPARE(hash.size(), std::size_t{2});
        QCOMPARE(hash.begin()->second.integer(), 3);
        QCOMPARE(hash.get("a").integer(), 2);
    }

    void longHash_findsEveryKeyAndForgetsRemovedOnes()
    {
        Hash hash;
        for (int i = 0; i < 1000; ++i)
            hash.set(std::to_string(i), i);
        hash.set(7, "integer key");
        QVERIFY(hash.remove("500"));
        QVERIFY(!hash.contains("500"));
        QCOMPARE(hash.get("999").integer(), 999);
        QCOMPARE(hash.find(Value(7))->string(), std::string("integer key"));
        QVERIFY(!hash.find(Value(7.0)));
    }

    void hashes_areEqualInAnyOrder()
    {
        Hash left, right;
        left.set("a", 1);
        left.set("b", 2);
        right.set("b", 2);
        right.set("a", 1);
        QVERIFY(Value(left) == Value(right));
    }
};

QTEST_GUILESS_MAIN(TestValue)
#include "tst_value.moc"
