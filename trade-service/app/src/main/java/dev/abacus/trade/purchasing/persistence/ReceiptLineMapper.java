package dev.abacus.trade.purchasing.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ReceiptLineMapper extends BaseMapper<ReceiptLineRow> {}
