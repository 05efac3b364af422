package org.zhuxi.kernel;

/** What somebody is in a place or an organisation; a right always follows from a role in a place. */
public enum Role {
    RESIDENT("居民", "Resident"),
    HOUSEHOLD_HEAD("户主", "Household head"),
    VOLUNTEER("志愿者", "Volunteer"),
    STEWARD("督导员", "Sorting steward"),
    COMPOSTER("堆肥师", "Composter"),
    RECYCLER("回收员", "Recycler"),
    BUILDING_LEADER("楼组长", "Building leader"),
    COMMUNITY_CLERK("社工", "Community clerk"),
    COMMUNITY_HEAD("居委会主任", "Community head"),
    VERIFIER("审核员", "Verifier"),
    PROPERTY_MANAGER("物业", "Property manager"),
    MERCHANT("兑换店主", "Merchant"),
    STREET_OFFICER("街镇干部", "Street officer"),
    COUNTY_OFFICER("区县干部", "County officer"),
    CITY_OFFICER("市级干部", "City officer"),
    PROVINCE_OFFICER("省级干部", "Province officer"),
    NATION_OFFICER("部委干部", "Nation officer"),
    ASSESSOR("评审员", "Assessor"),
    FUNDER_OFFICER("基金会项目官员", "Funder officer"),
    FINANCE("财务", "Finance"),
    APPROVER("审批人", "Approver"),
    CERTIFIER("核证人", "Certifier"),
    GRANTEE("受资助方", "Grantee"),
    ADVISOR("顾问", "Advisor"),
    SUPERVISOR("督导专家", "Supervisor"),
    PANEL_EXPERT("评审专家", "Panel expert"),
    COMMITTEE_MEMBER("委员会成员", "Committee member"),
    DATA_STEWARD("数据管理员", "Data steward"),
    AUDITOR("审计员", "Auditor"),
    OPERATOR("系统管理员", "Operator");

    private final Names names;

    Role(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
