package dev.abacus.inventory.product.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface BarcodeMapper extends BaseMapper<BarcodeRow> {}
