package dev.abacus.inventory.uom.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface UnitMapper extends BaseMapper<UnitRow> {}
