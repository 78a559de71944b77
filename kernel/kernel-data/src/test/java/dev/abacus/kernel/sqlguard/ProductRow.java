package dev.abacus.kernel.sqlguard;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

/** A row as the suite's services write them: without its tenant. */
@TableName("product")
public class ProductRow {

    @TableId(type = IdType.INPUT)
    private Long id;

    private String name;
    private Integer price;
    private Long parentId;

    static ProductRow of(long id, String name, int price) {
        ProductRow row = new ProductRow();
        row.id = id;
        row.name = name;
        row.price = price;
        return row;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Integer getPrice() {
        return price;
    }

    public void setPrice(Integer price) {
        this.price = price;
    }

    public Long getParentId() {
        return parentId;
    }

    public void setParentId(Long parentId) {
        this.parentId = parentId;
    }
}
