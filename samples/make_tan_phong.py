"""The dossier of xã Tân Phong, huyện Tân Biên: a meeting of 17/3/2023, all people invented."""

from make_paper import Paper, Style

LEFT = ("ỦY BAN NHÂN DÂN", "XÃ TÂN PHONG")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
MEETING = (
    "đối thoại trực tiếp giữa Nhà nước với cá nhân, tổ chức tham gia giải quyết TTHC năm 2023"
)

# ── Petitions of the hamlets ────────────────────────────────────────────────────────────────

XOM_THAP = """
[header] STT | Người kiến nghị | < | Nội dung kiến nghị | Thẩm quyền giải quyết | < | < | Ngày tiếp
    nhận | Ghi chú
[header] ^ | Họ và tên | Tổ | ^ | Xã | Huyện | Tỉnh | ^ | ^
[column_numbers] (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9)
[section] I. LĨNH VỰC ĐẤT ĐAI | <<
1 | Nguyễn Văn Đực | 2 | Gia đình tôi nộp hồ sơ tách thửa đất vườn cho con từ tháng 11/2022 đến nay
    chưa nhận được kết quả, đề nghị UBND xã cho biết hồ sơ đang vướng ở khâu nào. {{@XT1}} | | x |
    | @06/03/2023 |
2 | Trần Thị Bé Hai | 3 | Đề nghị hướng dẫn thủ tục chuyển mục đích sử dụng đất trồng cây lâu năm
    sang đất ở và mức tiền sử dụng đất phải nộp. {{@XT2}} | x | | | @06/03/2023 | Đã phát biểu
3 | Lâm Văn Sang | 3 | Ranh đất giữa hộ tôi và hộ liền kề bị lấn chiếm khoảng 1,2 m, đã báo ấp hòa
    giải 2 lần không thành, đề nghị xã tổ chức hòa giải. {{@XT3}} | x | | | 31/02/2023 {{31
    February does not exist}} |
[section] II. LĨNH VỰC GIAO THÔNG | <<
1 | Phạm Hồng Thái | 1 | Tuyến đường liên ấp Xóm Tháp - Sân Bay bị xuống cấp nghiêm trọng, nhiều ổ
    gà, mùa mưa ngập nước, đề nghị sớm nâng cấp, sửa chữa. {{@XT4}} | x | | | @07/03/2023 |
[2] 2 | Bà Ngô Thị Lượm | 1 | 1. Cây cầu gỗ qua suối tổ 1 đã mục, xe máy qua lại nguy hiểm, đề nghị
    làm cầu bê tông.\\n2. Đề nghị gắn biển báo giới hạn tải trọng ở đầu đường vào tháp Chót Mạt.
    {{@XT5}} | x | x {{two authorities ticked}} | | @07/03/2023 | 02 nội dung
[section] III. LĨNH VỰC HỘ TỊCH, CHỨNG THỰC | <<
1 | Thạch Thị Sa Rươl | 4 | Con tôi sinh ở Campuchia về nay 6 tuổi chưa có giấy khai sinh, xin hỏi
    cần những giấy tờ gì để đăng ký khai sinh cho cháu đi học. {{@XT6}} | x | | | @08/03/2023 |
2 | Đỗ Minh Trí | 2 | Chứng thực bản sao phải chờ sang buổi chiều mới có người ký, đề nghị trả ngay
    trong buổi. {{@XT7}} | x | | | 08/03/2023 |
3 | Lê Văn Út | 4 | {{content is blank}} | x | | | @08/03/2023 |
"""


def petitions_xom_thap() -> list[Paper]:
    """Header of two rows, a row of column numbers, sections by topic, authority as ticks."""
    paper = Paper("Xóm Tháp", (6, 22, 7, 60, 7, 8, 7, 13, 15))
    paper.letterhead(LEFT, RIGHT, ("A:C", "D:I"))
    paper.title(
        4,
        "I",
        "TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN ẤP XÓM THÁP",
        f"(Phục vụ hội nghị {MEETING})",
    )
    below = paper.table(
        "petition",
        XOM_THAP,
        at="A7",
        align="clclccccl",
        fill="#DDEBF7",
        remark="the topic stands in the section rows, the authority in three tick columns",
    )
    paper.sign(
        below + 1,
        ("A:C", "NGƯỜI LẬP BIỂU"),
        ("E:I", "TM. BAN CÔNG TÁC MẶT TRẬN ẤP\nTRƯỞNG BAN"),
        "Đặng Văn Khởi",
    )
    return [paper]


TRAI_BI = """
[header] Số TT | Họ và tên người kiến nghị | Điện thoại | Nội dung ý kiến, kiến nghị | Lĩnh vực |
    Ngày nhận | Hình thức tiếp nhận
1 | Huỳnh Văn Lượng | 0978.000.411 | Đường điện sau nhà tổ 5 dùng trụ cây đã nghiêng, dây võng
    thấp, đề nghị ngành điện kiểm tra, thay trụ trước mùa mưa. {{@TB1}} | Điện | @09/03/2023 |
    Phiếu ghi ý kiến
^ | ^ | ^ | Đoạn đường từ Trường Tiểu học đến ngã ba tổ 5 buổi tối không có đèn chiếu sáng. | nt |
    nt | nt
^ | ^ | ^ | Đề nghị có lịch cắt điện gửi trước cho trưởng ấp để báo bà con chạy máy bơm. | nt | nt
    | nt
2 | Bà Cao Thị Xuân | 0389 000 127 | Nước giếng khoan tổ 3 nhiễm phèn, đề nghị kéo đường ống nước
    sạch của trạm cấp nước về tổ 3, tổ 4. {{@TB2}} | Nước sạch | 9/3/2023 | Họp ấp
3 | Ông Tô Văn Hiền | #909000318 {{the phone number was typed as a number and lost its zero}} | Rác
    sinh hoạt ven đường vào chợ Trại Bí bốc mùi, 3 - 4 ngày mới thu gom một lần. {{@TB3}} | Rác
    thải | 10/03/2023 | -nt-
4 | Võ Thị Mười | 01687000214 {{11 digits, as before 2018}} | Tôi 80 tuổi, sống một mình, làm hồ sơ
    trợ cấp người cao tuổi từ tháng 12 mà chưa được nhận tiền. {{@TB4}} | Bảo trợ xã hội |
    @10/03/2023 | Phiếu ghi ý kiến
5 | Trương Quốc Bảo | 0961 000 735 | Cán bộ tiếp nhận hồ sơ đăng ký kinh doanh hướng dẫn không đầy
    đủ, tôi phải đi lại nhiều lần mới nộp được. {{@TB5}} | Đăng ký hộ kinh doanh | @10/03/2023 |
    Họp ấp
"""


def petitions_trai_bi() -> list[Paper]:
    """Header in row 8 from column B, one person's petitions under a vertical merge."""
    paper = Paper("Sheet1", (2, 7, 24, 15, 58, 17, 13, 17), style=Style(size=13))
    paper.put("B2:D2", "UBND XÃ TÂN PHONG", size=13)
    paper.put("B3:D3", "ẤP TRẠI BÍ", bold=True, underline=True, size=13)
    paper.put("E2:H2", RIGHT[0], bold=True)
    paper.put("E3:H3", RIGHT[1], bold=True, underline=True)
    paper.put("F4:H4", "Trại Bí, ngày 11 tháng 3 năm 2023", italic=True)
    paper.title(6, "H", "DANH SÁCH NGƯỜI DÂN CÓ Ý KIẾN, KIẾN NGHỊ - ẤP TRẠI BÍ", first="B")
    below = paper.table("petition", TRAI_BI, at="B8", align="clclccc")
    paper.put(f"B{below + 1}:D{below + 1}", "Tổng cộng có 05 người với 07 nội dung.", italic=True)
    paper.put(f"F{below + 2}:H{below + 2}", "TRƯỞNG ẤP", bold=True)
    paper.put(f"F{below + 6}:H{below + 6}", "Lý Thành Công", bold=True)
    return [paper]


SAN_BAY = """
[title] Danh sach y kien cu tri ap San Bay gui hoi nghi doi thoai xa Tan Phong
[header] stt | ho ten | to | so dien thoai | noi dung kien nghi | linh vuc | ngay
1 | Mai Văn Thông | 1 | 0972000603 | Đường liên ấp Xóm Tháp - Sân Bay xuống cấp nghiêm trọng, nhiều
    ổ gà, mùa mưa ngập nước, đề nghị sớm sửa chữa, nâng cấp {{the same petition as in the list of
    Xóm Tháp, row 15}} | Giao thông | 07/03/2023
2 | Nguyễn Thị Thu Ba | 2 | 0335000942 | Mương thoát nước cạnh nhà văn hóa ấp bị bồi lấp, mưa lớn
    nước tràn vào 5 hộ dân, đề nghị nạo vét {{@SB2}} | Thoát nước | 07/03/2023
3 | Bùi Văn Tám | 2 |  | Thanh niên tụ tập rú ga, chạy xe tốc độ cao trên đường nhựa vào ban đêm,
    đề nghị công an xã tuần tra {{@SB3}} | An ninh trật tự | 08/03/2023
4 | Phan Thị Diễm | 3 | 0868000251 | Xin hỏi thủ tục vay vốn giải quyết việc làm của Ngân hàng
    Chính sách xã hội, hộ mới thoát nghèo có được vay không | Vay vốn | 8/3/2023
5 | Hồ Văn Nhựt | 3 | 0913000 {{a phone number of 7 digits}} | Đường đất tổ 3 dài khoảng 400 m, 12
    hộ tự nguyện hiến đất, đề nghị xã hỗ trợ đá để làm | Giao thôg {{misspelled: Giao thông}} |
    09/03/2023
6 | Nguyễn Thị Thu Ba | 2 | 0335000942 | Loa truyền thanh ở tổ 2 hư từ Tết đến nay chưa sửa |
    Truyền thanh | 09/03/2023
"""


def petitions_san_bay() -> list[Paper]:
    """A CSV file, its header without accents, under a line of title."""
    paper = Paper("y kien ap san bay", ())
    paper.table("petition", SAN_BAY, remark="a CSV file: the sheet has no name of its own")
    return [paper]


MAU_03 = """
[header] STT | Ngày tiếp | Họ tên - Địa chỉ | CMND/Hộ chiếu của công dân | Nội dung vụ việc | Phân
    loại đơn/Số người | Cơ quan đã giải quyết | Hướng xử lý | < | < | Theo dõi kết quả giải quyết |
    Ghi chú
[header] ^ | ^ | ^ | ^ | ^ | ^ | ^ | Thụ lý để giải quyết | Trả lại đơn và hướng dẫn | Chuyển đơn
    đến cơ quan, tổ chức đơn vị có thẩm quyền | ^ | ^
[column_numbers] #1 | #2 | #3 | #4 | #5 | #6 | #7 | #8 | #9 | #10 | #11 | #12
1 | @02/03/2023 | Lưu Văn Chánh - tổ 6, ấp Cầu, xã Tân Phong | 072059004127 | Đề nghị xem xét đo
    đạc lại diện tích đất ghi trên giấy chứng nhận, thực tế thiếu 120 m2. | Kiến nghị/01 | | x | |
    | Đang xác minh |
2 | @02/03/2023 | Bà Kiều Thị Hoàng Oanh - ấp Tân Hòa, xã Tân Phong | 072181002236 | Phản ánh trại
    heo gần khu dân cư xả nước thải ra mương gây mùi hôi. | Phản ánh/08 | | x | | | |
3 | @07/03/2023 | Đinh Công Hậu\\nTổ 2, ấp Xóm Tháp | 290123458 | Khiếu nại quyết định xử phạt vi
    phạm hành chính về xây dựng không phép, cho rằng mức phạt chưa đúng. {{a complaint under the
    law on complaints, not a petition}} | Khiếu nại/01 | | | x | | Đã hướng dẫn gửi đơn |
4 | @14/03/2023 | Nguyễn Thị Thu Ba - ấp Sân Bay | #72176000845 {{the identity number was typed as
    a number and lost its zero}} | Hỏi việc cấp lại giấy chứng nhận quyền sử dụng đất bị mất, thủ
    tục đăng báo và niêm yết thực hiện ra sao. | Kiến nghị/01 | | x | | | |
5 | @14/03/2023 | Ông Sơn Ngọc Ẩn - ấp Trại Bí | 072064003319 | Đề nghị cấp kinh phí mai táng cho
    thân nhân người có công đã nộp hồ sơ 4 tháng. | Kiến nghị/01 | Phòng LĐ-TB&XH huyện | | | x |
    Chuyển ngày 15/3/2023 |
"""


def petitions_mau_03() -> list[Paper]:
    """The register of receiving citizens: name and address joined, kind and heads joined."""
    paper = Paper("So TCD", (5, 12, 27, 16, 40, 13, 14, 11, 12, 17, 16, 9), style=Style(size=11))
    paper.letterhead(("UBND HUYỆN TÂN BIÊN", "UBND XÃ TÂN PHONG"), RIGHT, ("A:D", "F:L"))
    paper.put("K3:L3", "Mẫu số 03", italic=True)
    paper.title(4, "L", "SỔ TIẾP CÔNG DÂN", "(Ban hành kèm theo Thông tư số 04/2021/TT-TTCP)")
    paper.table("petition", MAU_03, at="A7", align="cclclccccclc", remark="name joined to address")
    return [paper]


AP_CAU_TAN_HOA = """
[header] TT | Ông (Bà) | Nội dung | Ghi chú
[section] * Ấp Cầu | <<
1 | Trịnh Văn Nở | Mặt cầu kênh N4 hẹp, hai xe máy không tránh được nhau, đề nghị mở rộng. {{@CT1}}
    |
2 | Lê Thị Bạch Yến | Trạm y tế xã hay hết thuốc huyết áp, bà con có BHYT phải mua ngoài. {{@CT2}}
    |
3 | Tập thể 15 hộ dân tổ 7 | Đề nghị sớm lắp đặt đồng hồ điện riêng, hiện 15 hộ dùng chung một đồng
    hồ, giá điện cao. {{@CT3}} | Có ký tên
[section] * Ấp Tân Hòa | <<
4 | Nguyễn Hoàng Giang | Kênh tưới nội đồng bị rò rỉ, cuối nguồn không có nước vụ Hè Thu. {{@CT4}}
    |
5 | Đoàn Thị Nga | Trường Mẫu giáo xin thêm 01 phòng học, lớp lá hiện có 45 cháu. {{@CT5}} |
6 | Nguyễn Hoàng Giang | " {{a ditto mark: the petition is that of the row above, or was left out}}
    |
[section] * Ấp Suối Ông Đình | <<
[nil_return] | | Không có kiến nghị |
"""

CAU_ANSWERS = """
[header] STT | Nội dung trả lời | Người trả lời | Ngày trả lời
1 {{->CT1}} | UBND xã đã khảo sát ngày 13/3/2023, đưa vào kế hoạch đầu tư công năm 2024, dự kiến
    khởi công quý I/2024. | Địa chính - Xây dựng | @17/03/2023
2 {{->CT2}} | Trạm Y tế đã được bổ sung 3.000 viên thuốc huyết áp từ ngày 20/3/2023, bảo đảm cấp
    cho người có BHYT. | Trạm Y tế xã | @17/03/2023
3 {{->CT3}} | UBND xã sẽ xem xét. {{an empty phrase: no result, no date}} | Phó Chủ tịch UBND xã |
    @17/03/2023
4 {{->CT4}} | {{an answer without content}} | Địa chính - Nông nghiệp | @17/03/2023
5 {{->CT5}} | Phòng Giáo dục và Đào tạo huyện đã thống nhất chủ trương xây thêm 01 phòng, nguồn vốn
    xã hội hóa, hoàn thành trước năm học 2023 - 2024. | Văn hóa - Xã hội | @17/03/2023
9 | Đã ghi nhận và chuyển Điện lực Tân Biên xử lý. {{there is no petition number 9}} | Văn phòng -
    Thống kê | @17/03/2023
"""


def petitions_cau_tan_hoa() -> list[Paper]:
    """Sections by hamlet, one of them without petitions; the answers on a second sheet."""
    asked = Paper("Kiến nghị", (6, 26, 80, 18), style=Style(size=13), landscape=False)
    asked.title(1, "D", "Ý KIẾN CỦA CỬ TRI CÁC ẤP CẦU, TÂN HÒA, SUỐI ÔNG ĐÌNH", "(tháng 3/2023)")
    below = asked.table(
        "petition", AP_CAU_TAN_HOA, at="A4", align="clll", remark="the hamlet is in the sections"
    )
    asked.put(f"A{below + 1}:D{below + 1}", "Ghi chú: Ấp Suối Ông Đình đã họp ngày 10/3/2023.")
    answered = Paper("Trả lời", (6, 90, 24, 14), style=Style(size=13))
    answered.title(1, "D", "NỘI DUNG TRẢ LỜI CỦA UBND XÃ (theo số thứ tự kiến nghị)")
    answered.table(
        "response", CAU_ANSWERS, at="A3", align="cllc", remark="linked by number to Kiến nghị"
    )
    return [asked, answered]


# ── Answers ─────────────────────────────────────────────────────────────────────────────────

F1 = """
[header] STT | Nội dung kiến nghị | Đơn vị chủ trì | Đơn vị phối hợp | Lãnh đạo phụ trách | Thời
    hạn hoàn thành | Kết quả xử lý | Số/ký hiệu văn bản | Ngày ban hành | Trạng thái | Ghi chú
1 {{->XT1}} | Hồ sơ tách thửa đất vườn cho con nộp từ tháng 11/2022 chưa nhận được kết quả | Địa
    chính - Xây dựng | Chi nhánh VPĐKĐĐ huyện | Võ Thanh Tùng | @31/03/2023 | Hồ sơ thiếu bản vẽ,
    đã bổ sung ngày 20/3/2023, Chi nhánh hẹn trả kết quả ngày 30/3/2023. | 41/UBND-ĐC | @21/03/2023
    | Đang giải quyết |
2 {{->XT2}} | Hướng dẫn thủ tục chuyển mục đích sử dụng đất trồng cây lâu năm sang đất ở và mức
    tiền sử dụng đất | Địa chính - Xây dựng | | Võ Thanh Tùng | @24/03/2023 | Đã hướng dẫn tại hội
    nghị và phát tờ hướng dẫn thành phần hồ sơ cho bà Hai. | 38/TB-UBND | @22/03/2023 | Đã trả lời
    |
3 {{->XT3}} | Hòa giải tranh chấp ranh đất hộ ông Lâm Văn Sang tổ 3 ấp Xóm Tháp | Tư pháp - Hộ tịch
    | Địa chính - Xây dựng; Ban Công tác Mặt trận ấp | Nguyễn Hữu Phước | @16/04/2023 {{the
    deadline is a Sunday}} | Đã mời hai hộ hòa giải ngày 28/3/2023, hai bên thống nhất cắm lại mốc
    ranh. | 12/BB-HGĐĐ | @28/03/2023 | Đã giải quyết xong |
4 {{->XT4}} | Nâng cấp, sửa chữa tuyến đường liên ấp Xóm Tháp - Sân Bay | Địa chính - Xây dựng |
    Tài chính - Kế toán | Võ Thanh Tùng | @30/06/2023 | Đã đổ đá dặm các đoạn ổ gà, đăng ký vốn sửa
    chữa năm 2023 với huyện. | 45/TTr-UBND | @27/03/2023 | Đang giải quyết |
5 {{->XT5}} | Làm cầu bê tông qua suối tổ 1 ấp Xóm Tháp | Địa chính - Xây dựng | Phòng Kinh tế và
    Hạ tầng huyện | Võ Thanh Tùng | @29/12/2023 | Đưa vào danh mục cầu nông thôn giai đoạn 2023 -
    2025. | | | Đang giải quyết |
6 {{->XT6}} | Đăng ký khai sinh cho trẻ 6 tuổi sinh ở Campuchia | Tư pháp - Hộ tịch | Công an xã |
    Nguyễn Hữu Phước | @29/03/2023 | Đã hướng dẫn hồ sơ, cấp giấy khai sinh ngày 27/3/2023. |
    27/GKS | @27/03/2023 | Đã giải quyết |
7 {{->XT7}} | Trả kết quả chứng thực bản sao ngay trong buổi | Văn phòng - Thống kê | Tư pháp - Hộ
    tịch | Nguyễn Hữu Phước | @20/03/2023 | Từ ngày 20/3/2023 phân công 02 lãnh đạo trực ký chứng
    thực cả ngày. | | | Đã giải quyết {{resolved, but no document}} | Thực hiện ngay
8 {{->TB1}} | Thay trụ điện cây bị nghiêng ở tổ 5 ấp Trại Bí | Điện lực Tân Biên | Trưởng ấp Trại
    Bí | Võ Thanh Tùng | @28/04/2023 | Điện lực đã thay 03 trụ bê tông ngày 12/4/2023. |
    118/ĐLTB-KT | @13/04/2023 | Đã giải quyết xong |
9 {{->TB2}} | Kéo đường ống nước sạch về tổ 3, tổ 4 ấp Trại Bí | Địa chính - Xây dựng | Trung tâm
    Nước sạch tỉnh | Võ Thanh Tùng | 30/06/2023 | Đã tiếp thu. {{an empty phrase}} | | | Chưa giải
    quyết |
10 {{->TB3}} | Thu gom rác ven đường vào chợ Trại Bí | Địa chính - Xây dựng | HTX Môi trường Tân
    Biên | Võ Thanh Tùng | @31/03/2023 | Từ 01/4/2023 thu gom 2 ngày/lần, đặt thêm 04 thùng rác. |
    49/UBND | @30/03/2023 | Đã giải quyết xong |
11 {{->TB4}} | Trợ cấp người cao tuổi của bà Võ Thị Mười | Văn hóa - Xã hội | | Võ Thanh Tùng |
    @31/03/2023 | Phòng LĐ-TB&XH huyện đã có quyết định, chi trả từ tháng 4/2023, truy lĩnh từ
    tháng 12/2022. | 312 QĐ-UBND {{the document number lacks its slash}} | @29/03/2023 | Đã giải
    quyết xong |
12 {{->TB5}} | Hướng dẫn đăng ký hộ kinh doanh không đầy đủ, phải đi lại nhiều lần | Văn phòng -
    Thống kê | | {{no leader in charge}} | 15/13/2023 {{there is no month 13}} | Chủ tịch UBND xã
    đã chấn chỉnh Bộ phận Một cửa, niêm yết lại danh mục hồ sơ, xin lỗi công dân. | 40/UBND-VP |
    @24/03/2023 | Đã trả lời |
13 {{->SB2}} | Nạo vét mương thoát nước cạnh nhà văn hóa ấp Sân Bay | Địa chính - Xây dựng | Ấp Sân
    Bay | Võ Thanh Tùng | @28/04/2023 | Đã huy động 25 ngày công nạo vét xong 180 m mương. |
    52/BC-UBND | @25/04/2023 | Đã giải quyết xong |
14 {{->SB3}} | Tuần tra ban đêm, xử lý thanh niên chạy xe tốc độ cao | Công an xã | | Nguyễn Hữu
    Phước | @31/03/2023 | Đã tuần tra 6 buổi, lập biên bản 04 trường hợp. | 15/BC-CAX | @03/04/2023
    | Đã giải quyết xong |
"""


def answers_f1() -> list[Paper]:
    """The annex of the conclusions: who does what until when, by the words of the petition."""
    paper = Paper(
        "Phụ lục",
        (5, 38, 17, 18, 15, 13, 40, 14, 13, 14, 12),
        style=Style(size=11),
    )
    paper.put("A1:K1", "Phụ lục", bold=True, size=13)
    paper.put("A2:K2", "PHÂN CÔNG GIẢI QUYẾT KIẾN NGHỊ SAU HỘI NGHỊ ĐỐI THOẠI", bold=True, size=13)
    paper.put(
        "A3:K3",
        "(Kèm theo Thông báo số 38/TB-UBND ngày 22 tháng 3 năm 2023 của UBND xã Tân Phong)",
        italic=True,
    )
    paper.table(
        "petition",
        F1,
        at="A5",
        align="cllllclcccl",
        fill="#E2EFDA",
        remark="answers to petitions of the hamlet lists, to be matched by their words",
    )
    return [paper]


L10 = """
[header] TT | Nội dung kiến nghị | Cơ quan giải quyết | Kết quả giải quyết, trả lời | Kết quả | < |
    < | Ghi chú
[header] ^ | ^ | ^ | ^ | Đã giải quyết xong | Đang giải quyết | Chưa giải quyết | ^
[section] A. THUỘC THẨM QUYỀN CẤP XÃ | <<
1 | Đề nghị công khai các khoản thu ở trường học ngay từ đầu năm học. | UBND xã; Trường Tiểu học
    Tân Phong B | Trường đã niêm yết các khoản thu tại bảng tin ngày 20/3/2023. | x | | | VB
    22/TB-THTPB
2 | Đề nghị bố trí chỗ để xe có mái che cho người dân đến Bộ phận Một cửa. | Văn phòng - Thống kê |
    Đang lập dự toán, hoàn thành trong quý II/2023. | | x | |
3 | Lấn chiếm lòng lề đường mua bán trước cổng chợ Tân Phong. | Công an xã | Đã ra quân nhắc nhở 14
    hộ, buộc tháo dỡ 03 mái che. | x | x {{two outcomes ticked}} | |
[section] B. THUỘC THẨM QUYỀN CẤP HUYỆN, CẤP TỈNH | <<
4 | Giá mì (sắn) xuống thấp, đề nghị có chính sách hỗ trợ nông dân bị bệnh khảm lá. | Phòng Nông
    nghiệp và PTNT huyện | Đã có văn bản số 61/UBND-NN ngày 24/3/2023 kiến nghị UBND huyện. | | x |
    |
5 | Trạm biến áp ấp Cầu quá tải vào giờ cao điểm. | Điện lực Tân Biên | {{no answer}} | | | x |
[total] Tổng cộng | < | < | < | =COUNTA(E10:E15) => 2 | =COUNTA(F10:F15) => 3 | #2 {{the typed
    total of the column is 2, one is ticked}} |
"""


def answers_l10() -> list[Paper]:
    """Petitions raised at the meeting with their answers, the outcome as three tick columns."""
    paper = Paper("Tổng hợp", (6, 46, 22, 48, 11, 11, 11, 18))
    paper.letterhead(LEFT, RIGHT, ("A:B", "D:H"))
    paper.title(
        4, "H", "KẾT QUẢ TRẢ LỜI Ý KIẾN PHÁT BIỂU TẠI HỘI NGHỊ ĐỐI THOẠI", "(Ngày 17/3/2023)"
    )
    below = paper.table("petition", L10, at="A7", align="clllcccl")
    paper.sign(
        below + 1,
        ("A:B", "NGƯỜI LẬP BIỂU"),
        ("E:H", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        "Nguyễn Hữu Phước",
    )
    return [paper]
