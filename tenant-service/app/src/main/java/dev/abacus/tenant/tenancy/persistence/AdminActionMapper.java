package dev.abacus.tenant.tenancy.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AdminActionMapper extends BaseMapper<AdminActionRow> {}
