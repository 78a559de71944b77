package dev.abacus.inventory.stock.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DifferenceMapper extends BaseMapper<DifferenceRow> {}
