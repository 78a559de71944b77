package dev.abacus.tenant.token.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SigningKeyMapper extends BaseMapper<SigningKeyRow> {

    @Select(
            """
            SELECT id, sealed, created_at, retires_at FROM tenant_signing_key
            WHERE retires_at IS NULL OR retires_at > #{now} ORDER BY created_at DESC, id""")
    List<SigningKeyRow> usable(LocalDateTime now);

    @Update("UPDATE tenant_signing_key SET retires_at = #{at} WHERE id = #{id} AND retires_at IS NULL")
    int retire(@Param("id") String id, @Param("at") LocalDateTime at);

    @Delete("DELETE FROM tenant_signing_key WHERE retires_at < #{now}")
    void forgetRetired(LocalDateTime now);
}
