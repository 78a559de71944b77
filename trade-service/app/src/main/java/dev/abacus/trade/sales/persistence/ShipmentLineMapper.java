package dev.abacus.trade.sales.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ShipmentLineMapper extends BaseMapper<ShipmentLineRow> {}
