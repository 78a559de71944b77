package dev.abacus.tenant.token.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.LocalDateTime;

/** A row of {@code tenant_signing_key}. */
@TableName("tenant_signing_key")
class SigningKeyRow {

    @TableId(type = IdType.INPUT)
    String id;

    byte[] sealed;
    LocalDateTime createdAt;
    LocalDateTime retiresAt;
}
