"""The dossier of xã Thạnh Bình, tỉnh Tây Ninh: a meeting of 20/10/2026, all people invented.

Since 01/7/2025 there is no district; the commune was put together from older ones.
"""

from make_paper import Paper, Style

LEFT = ("ỦY BAN NHÂN DÂN", "XÃ THẠNH BÌNH")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")

# ── Petitions of the hamlets ────────────────────────────────────────────────────────────────

THANH_LOC = """
[header] STT | Mã kiến nghị | Người phát biểu | Địa chỉ | Tóm tắt nội dung kiến nghị | Lĩnh vực |
    Loại ý kiến | Thẩm quyền | Ngày tiếp nhận
1 | TL-01 {{@TL1}} | Ông Phan Hữu Tâm | Tổ 1, ấp Thạnh Lộc | Đường tổ 1 đi cánh đồng Bàu Rã lầy
    lội, đề nghị rải đá 0x4 khoảng 600 m để vận chuyển mì, mía. | Giao thông | Kiến nghị | Xã |
    @06/10/2026
2 | TL-02 {{@TL2}} | Bà Trần Ngọc Diễm | Tổ 1, ấp Thạnh Lộc | Từ khi nhập xã, đi nộp hồ sơ đất đai
    xa hơn 12 km, đề nghị tổ chức tiếp nhận lưu động mỗi tháng 01 lần tại trụ sở cũ. | Dịch vụ công
    | Đề xuất | Xã | @06/10/2026
3 | TL-03 {{@TL3}} | Lê Quang Nhã | Tổ 2, ấp Thạnh Lộc | Giấy chứng nhận ghi địa chỉ xã cũ, xin hỏi
    có bắt buộc phải đổi lại theo tên xã mới không. | Đất đai | Hỏi | Xã | @06/10/2026
4 | TL-04 {{@TL4}} | nt | nt | Hồ sơ đính chính năm sinh trên giấy chứng nhận đã quá hẹn 20 ngày
    chưa có kết quả. | nt | Phản ánh | Tỉnh | 06/10/2026
5 | TL-05 {{@TL5}} | Bà Nguyễn Thị Kiều Trang | Tổ 3, ấp Thạnh Lộc | Tài khoản VNeID mức 2 không
    đăng nhập được Cổng dịch vụ công để khai sinh cho cháu. | Căn cước, định danh | Phản ánh | Xã |
    07/10/2026
6 | TL-06 {{@TL6}} | Võ Minh Luân | Tổ 3, ấp Thạnh Lộc | Lò than đầu ấp xả khói vào ban đêm ảnh
    hưởng người già, trẻ nhỏ. | Môi trường | Phản ánh | Huyện {{there is no district any more in
    2026}} | 10/07/2026 {{a date that was typed month first: 07/10/2026 is meant}}
[3] 7 | TL-07 {{@TL7}} | Ông Đặng Thành Lợi | Tổ 4, ấp Thạnh Lộc | 1) Đèn đường tổ 4 hư 5 bóng từ
    tháng 8.\\n2) Đề nghị gắn gờ giảm tốc trước cổng Trường Tiểu học Thạnh Lộc.\\n3) Xin kinh phí
    sửa nhà vệ sinh nhà văn hóa ấp. | Điện chiếu sáng | Kiến nghị | Xã | @08/10/2026
8 | TL-07 {{the code of the row above a second time}} | Bà Lý Thị Sáu | Tổ 4, ấp Thạnh Lộc | Trợ
    cấp nuôi con nhỏ đơn thân bị cắt từ khi chuyển xã, đề nghị xem lại. | Bảo trợ xã hôi
    {{misspelled: Bảo trợ xã hội}} | Kiến nghị | Xã | @08/10/2026
"""


def petitions_thanh_loc() -> list[Paper]:
    """A hidden first column, codes of petitions, the header in row 6 from column B."""
    paper = Paper("KN Thạnh Lộc", (4, 6, 10, 24, 21, 52, 16, 12, 12, 13), hidden_columns=(0,))
    paper.put("B1:E1", "ĐẢNG ỦY XÃ THẠNH BÌNH")
    paper.put("B2:E2", "CHI BỘ ẤP THẠNH LỘC", bold=True)
    paper.title(
        4, "J", "BẢNG GHI NHẬN Ý KIẾN NHÂN DÂN TRƯỚC HỘI NGHỊ ĐỐI THOẠI NĂM 2026", first="B"
    )
    paper.table("petition", THANH_LOC, at="B6", align="cclllcccc", fill="#D9E1F2")
    return [paper]


THANH_PHU_BEFORE = """
[header] TT | Mã KN | Họ và tên | Năm sinh | Tổ tự quản | Ý kiến, kiến nghị | Lĩnh vực | Ngày nhận
1 | TP-01 {{@TP1}} | Đinh Văn Khải | #1970 | 5 | Đề nghị ngành điện hạ thế thêm 01 trạm biến áp,
    điện yếu không bơm được nước tưới. | Điện | @12/10/2026
2 | TP-02 {{@TP2}} | Ngô Thị Bích Thủy | #1985 | 5 | Trạm Y tế xã cũ nay chỉ có 02 nhân viên trực,
    đề nghị bố trí bác sĩ khám BHYT vào thứ Bảy. | Y tế | @12/10/2026
3 | TP-03 {{@TP3}} | Huỳnh Công Lý | #1966 | 6 | Nước máy chảy yếu vào giờ cao điểm, có ngày đục. |
    Nước sạch | @12/10/2026
4 | TP-04 {{@TP4}} | Trương Thị Hoa | #1991 | 6 | Đề nghị hướng dẫn thủ tục chuyển từ hộ kinh doanh
    nộp thuế khoán sang kê khai. | Thuế | @13/10/2026
"""

THANH_PHU_AT = """
[header] TT | Mã KN | Họ và tên | Năm sinh | Tổ tự quản | Ý kiến, kiến nghị | Lĩnh vực | Ngày nhận
1 | TP-05 {{@TP5}} | Phạm Văn Dự | #1958 | 7 | Bãi rác tự phát cạnh cầu Thạnh Phú gây ô nhiễm, đề
    nghị dẹp và gắn camera. | Rác thải | @20/10/2026
2 | TP-06 {{@TP6}} | Ngô Thị Bích Thủy | #1985 | 5 | Xin hỏi học sinh lớp 1 ở ấp Thạnh Phú được
    phân tuyến về trường nào sau sáp nhập. | Giáo dục | @20/10/2026
3 | TP-07 {{@TP7}} | Đại diện Hội Nông dân ấp | | | Đề nghị ngân hàng gia hạn nợ cho các hộ trồng
    mía bị ngập tháng 9. | Vay vốn | 20/10/20226 {{a year of five digits}}
"""


def petitions_thanh_phu() -> list[Paper]:
    """Two tables under each other on one sheet: before the meeting, and at the meeting."""
    paper = Paper("TP", (5, 9, 24, 10, 9, 60, 14, 13), style=Style("Arial", 11))
    paper.put("A1:H1", "Ý KIẾN NHÂN DÂN ẤP THẠNH PHÚ", bold=True, size=14)
    paper.put("A3:H3", "I. TRƯỚC HỘI NGHỊ", bold=True, align="l")
    below = paper.table("petition", THANH_PHU_BEFORE, at="A4", align="cclccllc", fill="#EDEDED")
    paper.put(f"A{below + 1}:H{below + 1}", "II. TẠI HỘI NGHỊ (20/10/2026)", bold=True, align="l")
    paper.table(
        "petition",
        THANH_PHU_AT,
        at=f"A{below + 2}",
        align="cclccllc",
        fill="#EDEDED",
        remark="may as well be read as one table with the above: the same header is repeated",
    )
    return [paper]


XOM_THAP = """
[header] Ma kien nghi | Ho ten | Ap | Dien thoai | Noi dung | Linh vuc | Nguon | Ngay tiep nhan |
    Ghi chu
XT-01 {{@XT1}} | Nguyễn Văn Đực | Xóm Tháp | 0385000529 | Hồ sơ tách thửa cho con đã kiến nghị năm
    2023, nay vẫn vướng vì thửa đất chưa có lối đi | Đất đai | Phiếu | 14/10/2026 | Kiến nghị lần 2
XT-02 {{@XT2}} | Thạch Thị Sa Rươl | Xóm Tháp | 0394000703 | Xin hỗ trợ học bổng cho con em đồng
    bào Khmer học lớp 1 | Giáo dục | Phiếu | 14/10/2026 |
XT-03 {{@XT3}} | Đỗ Minh Trí | Xóm Thap | +84 394 000 704 | Bãi rác tự phát cạnh cầu Thạnh Phú gây
    ô nhiễm, đề nghị dẹp {{the same petition as TP-05 of another hamlet}} | Rác thải | Zalo |
    15/10/2026 |
XT-04 {{@XT4}} | Lâm Thị Phượng | Xóm Tháp | 39400071 {{a phone number of 8 digits}} | Sân bóng ấp
    không có đèn, thanh niên xin lắp 4 bóng | Văn hóa, thể thao | Zalo | 15/10/2026 |
XT-05 {{@XT5}} | Cử tri ấp Xóm Tháp | Xóm Tháp | | Tố cáo ông N.V.T lấn đất công cất quán, nhận
    tiền thuê lại {{a denunciation, no petition: not to be made public}} | Đất đai | Hòm thư |
    16/10/2026 |
"""


def petitions_xom_thap() -> list[Paper]:
    """A CSV file with the header in row 1."""
    paper = Paper("xom thap 2026", ())
    paper.table("petition", XOM_THAP, remark="a CSV file: the sheet has no name of its own")
    return [paper]


TRAI_BI = """
[header] STT | Kỳ họp | Cử tri | Địa bàn | Nội dung ý kiến,\\nkiến nghị | Hướng đề nghị giải quyết
1 | Đối thoại 2026 | Cử tri tổ 5, ấp Trại Bí | Ấp Trại Bí | Cử tri tổ 5, ấp Trại Bí kiến nghị: sớm
    thi công đường Trại Bí - Thạnh Bình vì đã cắm mốc 2 năm. {{@TB1}} | Chuyển Sở Xây dựng
2 | // | Cử tri tổ 3, ấp Trại Bí | // | Cử tri tổ 3, ấp Trại Bí kiến nghị: kéo ống nước sạch về tổ
    3, việc này đã hứa từ hội nghị năm 2023. {{@TB2}} | Phòng Kinh tế trả lời
3 | // | Nhiều cử tri | // | Mức bồi thường đất làm khu công nghiệp thấp, đề nghị công khai đơn
    giá. {{@TB3}} | Chuyển cấp trên
[nil_return] 4 | // | Cử tri tổ 6, ấp Trại Bí | // | Không |
5 | // | Hội Cựu chiến binh ấp Trại Bí | // | Đề nghị tôn tạo nhà bia ghi danh liệt sĩ của xã Tân
    Phong cũ. {{@TB4}} | Phòng Văn hóa - Xã hội
"""


def petitions_trai_bi() -> list[Paper]:
    """Petitioners are places, ditto marks as //, a line break in the header, one nil return."""
    paper = Paper("Trai Bi", (6, 14, 28, 14, 62, 26), style=Style(size=13))
    paper.title(1, "F", "PHIẾU TỔNG HỢP Ý KIẾN CỬ TRI ẤP TRẠI BÍ", "(trước ngày 15/10/2026)")
    below = paper.table("petition", TRAI_BI, at="A4", align="ccllll", remark="no dates, no topics")
    paper.put(f"D{below + 1}:F{below + 1}", "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN ẤP", bold=True)
    paper.put(f"D{below + 4}:F{below + 4}", "Cao Văn Sơn", bold=True)
    return [paper]


# ── Answers ─────────────────────────────────────────────────────────────────────────────────

BY_CODE = """
[header] STT | Mã kiến nghị | Đơn vị chủ trì | Đơn vị phối hợp | Lãnh đạo phụ trách | Thời hạn |
    Nội dung trả lời | Văn bản trả lời | < | Tình trạng | Kết quả
[header] ^ | ^ | ^ | ^ | ^ | ^ | ^ | Số, ký hiệu | Ngày | ^ | ^
1 {{->TL1}} | TL-01 | Phòng Kinh tế | Ấp Thạnh Lộc | Lê Minh Đăng | @13/11/2026 | Đã khảo sát, Nhà
    nước hỗ trợ đá 0x4, Nhân dân góp ngày công, đã rải xong 600 m ngày 08/11/2026. | 112/BC-PKT |
    @10/11/2026 | Đã trả lời | Đã giải quyết xong
2 {{->TL2}} | TL-02 | Trung tâm Phục vụ hành chính công | Văn phòng HĐND và UBND | Lê Minh Đăng |
    @30/10/2026 | Từ tháng 11/2026, sáng thứ Năm tuần đầu của tháng tổ chức tiếp nhận lưu động tại
    trụ sở cũ. | 87/TB-TTPVHCC | @28/10/2026 | Đã trả lời | Đã giải quyết xong
3 {{->TL3}} | TL-03 | Phòng Kinh tế | | Lê Minh Đăng | @03/11/2026 | Không bắt buộc đổi; khi có nhu
    cầu hoặc thực hiện thủ tục khác thì chỉnh lý, không thu phí. | 205/UBND-KT | @30/10/2026 | Đã
    trả lời | Giải trình, cung cấp thông tin
4 {{->TL4}} | TL-04 | Chi nhánh Văn phòng Đăng ký đất đai | Phòng Kinh tế | Lê Minh Đăng |
    @15/11/2026 {{the deadline is a Sunday}} | Đã có văn bản đôn đốc Chi nhánh. | 206/UBND-KT |
    @30/10/2026 | Đang giải quyết |
5 {{->TL5}} | TL-05 | Công an xã | Trung tâm Phục vụ hành chính công | Phạm Thị Ngọc Ánh |
    @30/10/2026 | Đã hỗ trợ kích hoạt lại tài khoản ngày 22/10/2026 tại nhà. | | | Đã trả lời | Đã
    giải quyết xong {{resolved, but no document}}
6 {{->TL6}} | TL-06 | Phòng Kinh tế | Công an xã | Lê Minh Đăng | @20/11/2026 | Sẽ kiểm tra, xem
    xét theo quy định. {{an empty phrase}} | | | Đang giải quyết |
7 {{->TP1}} | TP-01 | Điện lực Tân Biên | Phòng Kinh tế | Lê Minh Đăng | @31/12/2026 | Điện lực đưa
    vào kế hoạch quý IV/2026, đang thi công móng trạm. | 431/ĐLTB-KHKT | @06/11/2026 | Đang giải
    quyết | Có lộ trình giải quyết
8 {{->TP2}} | TP-02 | Trạm Y tế xã | Phòng Văn hóa - Xã hội | Phạm Thị Ngọc Ánh | @06/11/2026 |
    {{an answer without content}} | 39/TYT | @05/11/2026 | Đã trả lời |
9 {{->TP3}} | TP-03 | Trung tâm Nước sạch | =#REF! => #REF! {{an error value}} | Lê Minh Đăng |
    @13/11/2026 | Đã súc rửa đường ống và lắp bơm tăng áp ngày 04/11/2026. | 77/TTNS | @09/11/2026
    | Đã trả lời | Đã giải quyết xong
10 {{->TP4}} | TP-04 | Thuế cơ sở | Phòng Kinh tế | Lê Minh Đăng | @30/10/2026 | Đã tập huấn 02
    buổi cho 46 hộ kinh doanh ngày 27, 28/10/2026. | 1204/TCS-NV | @29/10/2026 | Đã trả lời | Đã
    giải quyết xong
11 {{->XT2}} | XT-02 | Phòng Văn hóa - Xã hội | | Phạm Thị Ngọc Ánh | @10/11/2026 | =[1]VHXH!$D$7
    => Đã lập danh sách 14 em đề nghị Hội Khuyến học tỉnh xét học bổng. {{a formula that reads
    another workbook}} | 64/PVHXH | @05/11/2026 | Đã trả lời | Giải quyết một phần
12 | TL-19 {{there is no petition of this code}} | Công an xã | | Phạm Thị Ngọc Ánh | @10/11/2026 |
    Đã lập biên bản, nhắc nhở chủ quán karaoke di động. | 58/BC-CAX | @04/11/2026 | Đã trả lời | Đã
    giải quyết xong
13 {{->XT4}} | XT-04 | Phòng Văn hoá – Xã hội | Đoàn Thanh niên | Phạm Thị Ngọc Ánh | @18/11/2026 |
    Đoàn xã vận động lắp 04 bóng LED 200 W, hoàn thành ngày 17/11/2026. | 66/PVHXH | 12/10/2026
    {{the document is older than the petition}} | Đã trả lời | Đã giải quyết xong
"""


def answers_by_code() -> list[Paper]:
    """The follow-up table of the office, by the code of the petition."""
    paper = Paper("Theo dõi", (5, 10, 22, 20, 17, 13, 46, 15, 13, 14, 20), style=Style(size=11))
    paper.letterhead(LEFT, RIGHT, ("A:D", "F:K"))
    paper.title(
        4,
        "K",
        "BẢNG THEO DÕI GIẢI QUYẾT KIẾN NGHỊ SAU HỘI NGHỊ ĐỐI THOẠI",
        "(Kèm theo Thông báo số 131/TB-UBND ngày 26/10/2026 của UBND xã Thạnh Bình)",
    )
    paper.table("response", BY_CODE, at="A7", align="ccllccllccc", fill="#FFF2CC")
    return [paper]


BY_WORDS = """
[header] TT | Nội dung kiến nghị | Ý kiến giải trình của UBND xã | Đơn vị, cá nhân thực hiện | Thời
    gian hoàn thành
1 {{->TB1}} | Sớm thi công đường Trại Bí - Thạnh Bình vì đã cắm mốc 2 năm | Dự án do Sở Xây dựng
    làm chủ đầu tư; UBND xã đã có Công văn số 219/UBND-KT ngày 02/11/2026 kiến nghị Sở trả lời tiến
    độ. | Chủ trì: Phòng Kinh tế; Phối hợp: Văn phòng HĐND và UBND | @30/11/2026
2 {{->TB2}} | Kéo ống nước sạch về tổ 3 ấp Trại Bí, việc này đã hứa từ hội nghị năm 2023 | Đã ký
    hợp đồng thi công 1,8 km ống, khởi công ngày 16/11/2026. | Chủ trì: Phòng Kinh tế; Phối hợp:
    Trung tâm Nước sạch | Quý IV/2026 {{a quarter, no day}}
3 {{->TP5}} | Bãi rác tự phát cạnh cầu Thạnh Phú gây ô nhiễm | Đã dọn 9 tấn rác ngày 31/10/2026,
    lắp 01 camera. | Chủ trì: Phòng Kinh tế; Phối hợp: Công an xã, ấp Thạnh Phú | @30/10/2026
4 {{->XT1}} | Hồ sơ tách thửa của ông Nguyễn Văn Đực ấp Xóm Tháp vướng lối đi | Đã tiếp thu, ghi
    nhận. {{an empty phrase}} | Phòng Kinh tế, Chi nhánh VPĐKĐĐ {{two lead units}} | 31/11/2026
    {{November has 30 days}}
"""


def answers_by_words() -> list[Paper]:
    """A department's own table: it quotes the petition, lead and support share one cell."""
    paper = Paper("Phòng Kinh tế", (5, 44, 54, 36, 16), style=Style(size=13))
    paper.put("A1:B1", "UBND XÃ THẠNH BÌNH")
    paper.put("A2:B2", "PHÒNG KINH TẾ", bold=True, underline=True)
    paper.title(4, "E", "Nội dung trả lời các kiến nghị thuộc lĩnh vực phụ trách")
    paper.table(
        "petition",
        BY_WORDS,
        at="A6",
        align="clllc",
        remark="answers to petitions of the hamlet lists, to be matched by their words",
    )
    return [paper]


L10 = """
[header] TT | Nội dung kiến nghị | Cơ quan giải quyết | Kết quả giải quyết, trả lời | Đã giải quyết
    xong | Đang giải quyết | Chưa giải quyết | Ghi chú
[column_numbers] A | B | C | D | 1 | 2 | 3 | E
[section] I. LĨNH VỰC KINH TẾ | <<
1 | Nạo vét kênh tiêu T3B dài 1,2 km đoạn qua ấp Thạnh Thọ. | Phòng Kinh tế | Đã nạo vét xong tháng
    4/2026 bằng vốn sự nghiệp. | X | | | 35/BC-UBND
2 | Cấp giấy chứng nhận cho 09 hộ ở khu dân cư cũ của nông trường. | Phòng Tài nguyên và Môi trường
    huyện {{a unit of the district, closed on 01/7/2025}} | Đã lập xong hồ sơ 05/09 hộ. | | X | |
    Chuyển từ xã cũ
3 | Hỗ trợ giống cây trồng cho hộ cận nghèo. | Phòng Kinh tế | Đã cấp 1.500 cây giống cho 30 hộ. |
    X | | |
[section] II. LĨNH VỰC VĂN HÓA - XÃ HỘI | <<
4 | Sửa mái nhà văn hóa ấp Thạnh Thọ. | Phòng Văn hóa - Xã hội | Chưa cân đối được kinh phí năm
    2026, chuyển sang 2027. | | | x |
5 | Lắp mạng Internet tại nhà văn hóa ấp. | VNPT khu vực | Đã lắp tại 4/6 ấp. | | ✓ | |
[total] | Cộng | | | #2 | #2 | #1 | 5 kiến nghị
"""


def answers_l10() -> list[Paper]:
    """What is left of last year, the outcome ticked in three columns of its own."""
    paper = Paper("Phụ lục 3", (5, 46, 24, 44, 11, 11, 11, 17))
    paper.put("A1:H1", "Phụ lục 3", bold=True)
    paper.title(
        2,
        "H",
        "KẾT QUẢ GIẢI QUYẾT KIẾN NGHỊ CÒN LẠI CỦA HỘI NGHỊ ĐỐI THOẠI NĂM 2025",
        "(Kèm theo Báo cáo số 298/BC-UBND ngày 16/10/2026 của UBND xã Thạnh Bình, tỉnh Tây Ninh)",
    )
    below = paper.table("petition", L10, at="A5", align="clllcccl", fill="#E7E6E6")
    paper.sign(
        below + 1,
        ("A:B", "Nơi nhận:\n- Đảng ủy, HĐND xã;\n- Lưu: VT."),
        ("E:H", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
        "Lê Minh Đăng",
    )
    return [paper]
