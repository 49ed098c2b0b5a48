Option Explicit
' The menu "Đối thoại" of LibreOffice: the toolkit on the dossier that the open workbook lies in.
' Part of doithoai.oxt, which needs no macros in any workbook.

Sub KiemTra
    Dim folder As String
    folder = Results()
    If folder <> "" Then
        Work "check " & Quoted(Dossier()) & " --report " & Quoted(folder & "Kiem_tra.xlsx"), folder & "Kiem_tra.xlsx"
    End If
End Sub

Sub TongHop
    Dim folder As String
    folder = Results()
    If folder <> "" Then
        Work "consolidate " & Quoted(Dossier()), folder & "Tong_hop.xlsx"
    End If
End Sub

Private Sub Work(arguments As String, result As String)
    On Error GoTo Failed
    Shell Runner(), 0, arguments, True
    If FileExists(ConvertToURL(result)) Then
        StarDesktop.loadComponentFromURL ConvertToURL(result), "_blank", 0, Array()
    Else
        MsgBox "Chưa có kết quả. Hãy kiểm tra thư mục hồ sơ có tệp bảng tính, rồi chạy lại.", 48, "Đối thoại"
    End If
    Exit Sub
Failed:
    MsgBox "Chưa tìm thấy bộ công cụ trên máy này. Hãy cài đặt theo trang hướng dẫn.", 48, "Đối thoại"
End Sub

' Where results go, with a slash at its end; empty if the open workbook lies in no folder.
Private Function Results() As String
    If Dossier() = "" Then
        MsgBox "Hãy mở một tệp trong thư mục hồ sơ rồi chọn lại.", 48, "Đối thoại"
    Else
        Results = Dossier() & GetPathSeparator() & "ket-qua" & GetPathSeparator()
    End If
End Function

' The nearest folder above the open workbook that has a control workbook or an inbox; else its own.
Private Function Dossier() As String
    Dim folder As String, steps As Integer
    If Not HasLocation() Then Exit Function
    folder = Parent(ThisComponent.URL)
    Dossier = ConvertFromURL(folder)
    For steps = 1 To 4
        If FileExists(folder & "/nhan-vao") Or FileExists(folder & "/Bang_dieu_khien.xlsm") Or FileExists(folder & "/Bang_dieu_khien.xlsx") Then
            Dossier = ConvertFromURL(folder)
            Exit Function
        End If
        folder = Parent(folder)
    Next
End Function

Private Function HasLocation() As Boolean
    On Error Resume Next
    HasLocation = False
    HasLocation = ThisComponent.hasLocation()
End Function

Private Function Parent(url As String) As String
    Dim at As Integer
    For at = Len(url) To 1 Step -1
        If Mid(url, at, 1) = "/" Then
            Parent = Left(url, at - 1)
            Exit Function
        End If
    Next
End Function

Private Function Runner() As String
    Runner = Environ("DOITHOAI_CMD")
    If Runner = "" Then Runner = Environ("LOCALAPPDATA") & "\DoiThoai\doithoai.cmd"
    If Not FileExists(Runner) Then Runner = "doithoai"
End Function

Private Function Quoted(text As String) As String
    Quoted = Chr(34) & text & Chr(34)
End Function
