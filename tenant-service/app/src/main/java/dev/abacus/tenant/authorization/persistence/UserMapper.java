package dev.abacus.tenant.authorization.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The kernel adds the tenant's condition to each of these. */
@Mapper
interface UserMapper extends BaseMapper<UserRow> {

    @Select("SELECT * FROM tenant_user WHERE sign_in_name = #{name}")
    UserRow bySignInName(String name);

    @Update(
            """
            UPDATE tenant_user SET name = #{name}, email = #{email}, status = #{status},
                sign_in_name = #{signInName}, password_hash = #{passwordHash},
                tokens_not_before = #{tokensNotBefore}, version = version + 1
            WHERE id = #{id} AND version = #{version}""")
    int change(UserRow row);

    @Update("UPDATE tenant_user SET password_hash = #{hash} WHERE id = #{id}")
    void rehash(@Param("id") long id, @Param("hash") String hash);

    @Update("UPDATE tenant_user SET failures = failures + 1 WHERE id = #{id}")
    void countFailure(long id);

    @Select("SELECT failures FROM tenant_user WHERE id = #{id}")
    int failures(long id);

    @Update("UPDATE tenant_user SET locked_until = #{until} WHERE id = #{id}")
    void lock(@Param("id") long id, @Param("until") LocalDateTime until);

    @Update("UPDATE tenant_user SET failures = 0, locked_until = NULL WHERE id = #{id} AND failures > 0")
    void clearFailures(long id);

    @Select("SELECT COUNT(*) FROM tenant_user WHERE status <> 'REMOVED'")
    int count();

    @Select(
            """
            SELECT COUNT(*) FROM tenant_user u JOIN tenant_user_role r ON r.tenant_id = u.tenant_id AND r.user_id = u.id
            WHERE r.role_id = #{role} AND u.status = 'ACTIVE'""")
    int countActive(long role);
}
