package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface CreditEntryMapper extends BaseMapper<CreditEntryRow> {}
