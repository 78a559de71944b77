package dev.abacus.tenant.tenancy.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface TenantMapper extends BaseMapper<TenantRow> {

    @Select("SELECT * FROM tenant_tenant WHERE code = #{code}")
    TenantRow byCode(String code);

    @Select("SELECT * FROM tenant_tenant WHERE creation_key = #{key}")
    TenantRow byCreationKey(String key);

    /** Only what can change, and only from the version that was read. */
    @Update(
            """
            UPDATE tenant_tenant SET status = #{status}, reason = #{reason}, shard = #{shard}, plan = #{plan},
                requests_per_second = #{requestsPerSecond}, users = #{users}, version = version + 1
            WHERE id = #{id} AND version = #{version}""")
    int change(TenantRow row);

    @Update("UPDATE tenant_tenant SET access_version = access_version + 1 WHERE id = #{id}")
    int raiseAccess(long id);

    @Select("SELECT access_version FROM tenant_tenant WHERE id = #{id}")
    long accessVersion(long id);

    @Select(
            """
            SELECT shard, COUNT(*) AS tenants FROM tenant_tenant
            WHERE shard IS NOT NULL AND status <> 'CLOSED' GROUP BY shard""")
    List<ShardLoadRow> perShard();
}
