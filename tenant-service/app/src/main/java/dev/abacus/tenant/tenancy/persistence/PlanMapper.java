package dev.abacus.tenant.tenancy.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface PlanMapper {

    @Select("SELECT code, name, requests_per_second, users FROM tenant_plan ORDER BY position")
    List<PlanRow> all();

    @Select("SELECT code, name, requests_per_second, users FROM tenant_plan WHERE code = #{code}")
    PlanRow find(String code);
}
