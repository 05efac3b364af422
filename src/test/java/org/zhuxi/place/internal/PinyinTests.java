package org.zhuxi.place.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "竹西社区, zhuxishequ, zxsq",
        "绿地崑廉居民区, lvdikunlianjuminqu, ldkljmq",
        "重庆市, chongqingshi, cqs",
        "高行镇, gaohangzhen, ghz",
        "长宁区, changningqu, cnq",
        "A区12栋, aqu12dong, aq1d"
    })
    void readsNamesAsPeopleTypeThem(String name, String whole, String initials) {
        var pinyin = Pinyin.of(name);

        assertThat(pinyin.whole()).as(name).isEqualTo(whole);
        assertThat(pinyin.initials()).as(name).isEqualTo(initials);
    }

    @Test
    void bringsWhatWasTypedIntoOneForm() {
        assertThat(Pinyin.normalized(" Zhu Xi ")).isEqualTo("zhuxi");
        assertThat(Pinyin.normalized("３２１００３")).isEqualTo("321003");
    }
}
