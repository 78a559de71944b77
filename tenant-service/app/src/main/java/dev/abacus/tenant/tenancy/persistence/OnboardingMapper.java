package dev.abacus.tenant.tenancy.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface OnboardingMapper extends BaseMapper<OnboardingRow> {

    @Insert(
            """
            INSERT INTO tenant_onboarding_step (tenant, position, step, state, attempts)
            VALUES (#{tenant}, #{position}, #{step}, #{state}, #{attempts})""")
    void addStep(StepRow step);

    @Select("SELECT * FROM tenant_onboarding_step WHERE tenant = #{tenant} ORDER BY position")
    List<StepRow> steps(long tenant);

    @Update(
            """
            UPDATE tenant_onboarding_step SET state = #{state}, attempts = #{attempts}, started_at = #{startedAt},
                finished_at = #{finishedAt}, error = #{error}
            WHERE tenant = #{tenant} AND step = #{step}""")
    void record(StepRow step);

    @Update("UPDATE tenant_onboarding SET password_hash = NULL WHERE tenant = #{tenant}")
    void forgetPassword(long tenant);

    @Select(
            """
            SELECT o.tenant FROM tenant_onboarding o JOIN tenant_tenant t ON t.id = o.tenant
            WHERE t.status = 'PROVISIONING' AND (o.lease_until IS NULL OR o.lease_until < #{now})
            ORDER BY o.tenant""")
    List<Long> abandoned(LocalDateTime now);

    @Update(
            """
            UPDATE tenant_onboarding SET worker = #{worker}, lease_until = #{until}
            WHERE tenant = #{tenant} AND (worker = #{worker} OR lease_until IS NULL OR lease_until < #{now})""")
    int take(
            @Param("tenant") long tenant,
            @Param("worker") String worker,
            @Param("now") LocalDateTime now,
            @Param("until") LocalDateTime until);

    @Update(
            """
            UPDATE tenant_onboarding SET worker = NULL, lease_until = NULL
            WHERE tenant = #{tenant} AND worker = #{worker}""")
    void release(@Param("tenant") long tenant, @Param("worker") String worker);
}
