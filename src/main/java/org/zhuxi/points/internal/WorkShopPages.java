package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.points.Goods;
import org.zhuxi.points.NewGoods;
import org.zhuxi.points.NewShop;
import org.zhuxi.points.PointsPermissions;
import org.zhuxi.points.Shop;
import org.zhuxi.points.ShopGoods;
import org.zhuxi.points.ShopHours;
import org.zhuxi.points.ShopRefused;
import org.zhuxi.points.Shops;
import org.zhuxi.points.StockMovement;

/** The worker's side of the shops: opening one, its hours, its goods, and what lies in stock. */
@Controller
public class WorkShopPages {

    private static final int MOVEMENTS = 50;
    private static final int AT_ONCE = 500;

    private final Shops shops;
    private final ShopGoods goods;

    WorkShopPages(Shops shops, ShopGoods goods) {
        this.shops = shops;
        this.goods = goods;
    }

    @GetMapping("/work/shops")
    String list(Actor actor, Model model) {
        if (!actor.mayAnywhere(PointsPermissions.SERVE)) {
            throw new Refused.Forbidden(PointsPermissions.SERVE.code());
        }
        return list(actor, null, "", "", "", "", model);
    }

    @PostMapping("/work/shops")
    String add(
            Actor actor,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        try {
            var names = new Names(name.strip(), nameEn.isBlank() ? name.strip() : nameEn.strip());
            var shop = shops.add(actor, new NewShop(community.strip(), names, null, note, Origin.RECORDED));
            return "redirect:/work/shops/" + shop.id();
        } catch (ShopRefused | Refused.NotFound refused) {
            response.setStatus(refused.problem().kind().status());
            return list(actor, refused.problem(), community, name, nameEn, note, model);
        }
    }

    /** What stood in the form for a version of goods. */
    public record GoodsForm(UUID goods, String name, String nameEn, String price, boolean onSale) {
        static GoodsForm empty() {
            return new GoodsForm(Ids.next(), "", "", "", true);
        }

        static GoodsForm of(Goods goods) {
            return new GoodsForm(
                    goods.id(),
                    goods.name().zh(),
                    goods.name().en(),
                    String.valueOf(goods.pricePoints()),
                    goods.isOnSale());
        }
    }

    /** What stood in the form for pieces that came or are corrected. */
    public record StockForm(@Nullable UUID goods, StockMovement.Kind kind, String pieces, String note) {
        static final StockForm EMPTY = new StockForm(null, StockMovement.Kind.RECEIVED, "", "");
    }

    /** What stood in the form for the hours; at first the days on which the shop is open. */
    public record HoursForm(List<String> days, String from, String to) {
        static HoursForm of(Shop shop) {
            var days = Arrays.stream(DayOfWeek.values())
                    .filter(day -> !shop.hours().of(day).isEmpty())
                    .map(day -> String.valueOf(day.getValue()))
                    .toList();
            return new HoursForm(days, "08:30", "11:00");
        }
    }

    @GetMapping("/work/shops/{id}")
    String shop(Actor actor, @PathVariable UUID id, Model model) {
        return page(actor, id, null, model);
    }

    @PostMapping("/work/shops/{id}/hours")
    String hours(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> days,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("hours", new HoursForm(days == null ? List.of() : days, from, to));
        return change(actor, id, model, response, () -> shops.setHours(actor, id, parse(days, from, to)));
    }

    @PostMapping("/work/shops/{id}/goods")
    String putGoods(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID goods,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String price,
            @RequestParam(defaultValue = "false") boolean onSale,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("form", new GoodsForm(goods, name, nameEn, price, onSale));
        return change(actor, id, model, response, () -> {
            var names = new Names(name.strip(), nameEn.isBlank() ? name.strip() : nameEn.strip());
            var wanted = new NewGoods(names, Forms.number("price", price), onSale, bytes(photo));
            this.goods.put(actor, id, goods, wanted);
        });
    }

    @PostMapping("/work/shops/{id}/stock")
    String move(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID goods,
            @RequestParam @Nullable UUID movement,
            @RequestParam(defaultValue = "RECEIVED") StockMovement.Kind kind,
            @RequestParam(defaultValue = "") String pieces,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("stock", new StockForm(goods, kind, pieces, note));
        return change(actor, id, model, response, () -> {
            var stuff = this.goods.get(shops.get(id).community(), goods);
            this.goods.move(actor, stuff, Forms.id(movement), kind, Forms.number("pieces", pieces), note);
        });
    }

    @PostMapping("/work/shops/{id}/closing")
    String close(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam boolean closed,
            Model model,
            HttpServletResponse response) {
        return change(actor, id, model, response, () -> shops.setClosed(actor, id, closed));
    }

    @GetMapping("/work/shops/{id}/goods/{goodsId}")
    String movements(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID goodsId,
            @RequestParam @Nullable UUID after,
            Model model) {
        var shop = shops.get(id);
        var stuff = goods.get(shop.community(), goodsId);
        model.addAttribute("shop", shop);
        model.addAttribute("goods", stuff);
        model.addAttribute("form", GoodsForm.of(stuff));
        model.addAttribute("movements", goods.movements(actor, stuff, MOVEMENTS, after));
        return "points/work-goods";
    }

    @GetMapping("/work/shops/{id}/goods/{goodsId}/stock.csv")
    void csv(Actor actor, @PathVariable UUID id, @PathVariable UUID goodsId, HttpServletResponse response)
            throws IOException {
        var stuff = goods.get(shops.get(id).community(), goodsId);
        var page = goods.movements(actor, stuff, AT_ONCE, null);
        try (var csv = CsvTable.download(
                response, "stock-" + goodsId, "movement", "moved_at", "kind", "pieces", "stock_after", "note")) {
            while (true) {
                for (var line : page.items()) {
                    csv.row(line.id(), line.movedAt(), line.kind(), line.pieces(), line.stockAfter(), line.note());
                }
                if (page.next() == null) {
                    return;
                }
                page = goods.movements(actor, stuff, AT_ONCE, UUID.fromString(page.next()));
            }
        }
    }

    private String change(Actor actor, UUID id, Model model, HttpServletResponse response, Runnable step) {
        try {
            step.run();
            return "redirect:/work/shops/" + id;
        } catch (ShopRefused refused) {
            response.setStatus(refused.problem().kind().status());
            return page(actor, id, refused.problem(), model);
        }
    }

    private String list(
            Actor actor,
            @Nullable Problem problem,
            String community,
            String name,
            String nameEn,
            String note,
            Model model) {
        model.addAttribute(
                "shelves",
                shops.listFor(actor, PointsPermissions.SERVE).stream()
                        .map(shop -> Shelf.everything(shop, goods))
                        .toList());
        model.addAttribute(
                "mayAdd",
                actor.has(org.zhuxi.kernel.Role.COMMUNITY_HEAD)
                        || actor.has(org.zhuxi.kernel.Role.OPERATOR)
                        || actor.has(org.zhuxi.kernel.Role.DATA_STEWARD));
        model.addAttribute("problem", problem);
        model.addAttribute("typed", List.of(community, name, nameEn, note));
        return "points/work-shops";
    }

    private String page(Actor actor, UUID id, @Nullable Problem problem, Model model) {
        var shop = shops.get(id);
        actor.require(PointsPermissions.SERVE, shop.site().path());
        model.addAttribute("shelf", Shelf.everything(shop, goods));
        model.addAttribute(
                "mayManage",
                actor.may(PointsPermissions.MANAGE_SHOPS, shop.site().path()));
        Forms.blank(model, "form", GoodsForm.empty());
        Forms.blank(model, "stock", StockForm.EMPTY);
        Forms.blank(model, "hours", HoursForm.of(shop));
        model.addAttribute("problem", problem);
        model.addAttribute("newId", Ids.next());
        return "points/work-shop";
    }

    private static ShopHours parse(@Nullable List<String> days, String from, String to) {
        var chosen = new ArrayList<DayOfWeek>();
        for (var day : days == null ? List.<String>of() : days) {
            if (!day.matches("[1-7]")) {
                throw new ShopRefused.Unreadable("days", "shop-hours-unreadable");
            }
            chosen.add(DayOfWeek.of(Integer.parseInt(day)));
        }
        var first = minute(from);
        var last = minute(to);
        if (first >= last) {
            throw new ShopRefused.Unreadable("to", "shop-hours-unreadable");
        }
        return ShopHours.on(chosen.stream().distinct().toList(), first, last);
    }

    private static int minute(String time) {
        if (!time.strip().matches("([01]?\\d|2[0-3]):[0-5]\\d|24:00")) {
            throw new ShopRefused.Unreadable("from", "shop-hours-unreadable");
        }
        var parts = time.strip().split(":", -1);
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }

    private static byte @Nullable [] bytes(@Nullable MultipartFile photo) {
        try {
            return photo == null || photo.isEmpty() ? null : photo.getBytes();
        } catch (IOException e) {
            throw new ShopRefused.Unreadable("photo", "shop-photo");
        }
    }
}
