package dev.abacus.tenant.authorization.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.tenant.api.RoleId;
import dev.abacus.tenant.authorization.domain.User;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;

/** A row of {@code tenant_user}. */
@TableName("tenant_user")
class UserRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String username;

    /** What must be unique to sign in: the username in lower case, gone once the user is removed. */
    String signInName;

    String name;
    String email;
    User.Status status;
    String passwordHash;
    LocalDateTime tokensNotBefore;
    LocalDateTime lockedUntil;
    LocalDateTime createdAt;
    int version;

    static UserRow of(User user) {
        var row = new UserRow();
        row.id = user.id().value();
        row.username = user.username();
        row.signInName = user.status() == User.Status.REMOVED ? null : signInName(user.username());
        row.name = user.name();
        row.email = user.email();
        row.status = user.status();
        row.passwordHash = user.passwordHash();
        row.tokensNotBefore = ColumnTime.of(user.tokensNotBefore());
        row.createdAt = ColumnTime.of(user.createdAt());
        row.version = user.version();
        return row;
    }

    static String signInName(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    User toUser(Set<RoleId> roles) {
        return new User(
                new UserId(id),
                username,
                name,
                email,
                status,
                passwordHash,
                roles,
                ColumnTime.instant(tokensNotBefore),
                ColumnTime.instant(lockedUntil),
                ColumnTime.instant(createdAt),
                version);
    }
}
