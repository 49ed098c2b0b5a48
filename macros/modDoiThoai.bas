Option Explicit
' What the buttons of the control workbook do. One text for Excel and for LibreOffice.
'
' No Declare, no #If, no library but what both programs bring: what is missing is found out at run
' time (HostObject). The build turns Vietnamese into ChrW(); a Const cannot hold it, a Function can.
'
' A button writes a request, starts the toolkit, and carries out its answer line by line. Both are
' ASCII text: one line a step, its parts separated by tabs, other letters as \uXXXX.

Private Const FIRST_ROW As Long = 1
Private Const LAST_ROW As Long = 60
Private Const NO_COLOUR As Long = -4142
Private Const SOLID As Long = 1
Private Const WITH_NOTES As Long = -4144

Public Sub KiemTra()
    Press "check", "Đang kiểm tra, xin chờ…"
End Sub

Public Sub TongHop()
    Press "consolidate", "Đang tổng hợp, xin chờ…"
End Sub

Public Sub CapNhatTheoDoi()
    Press "update", "Đang cập nhật bảng theo dõi, xin chờ…"
End Sub

Public Sub HoanTac()
    Press "undo", "Đang hoàn tác, xin chờ…"
End Sub

Public Sub MoKetQua()
    Dim path As String
    On Error GoTo Failed
    path = Home().Path & Application.PathSeparator & "ket-qua" & Application.PathSeparator & "Tong_hop.xlsx"
    If FileThere(path) Then
        Workbooks.Open path
    Else
        Say "Chưa có kết quả. Hãy bấm nút Tổng hợp trước.", 48
    End If
    Exit Sub
Failed:
    Say "Chưa mở được kết quả: " & Err.Description, 48
End Sub

' ---- One press of a button -----------------------------------------------------------------

Private Sub Press(ByVal verb As String, ByVal waiting As String)
    Dim answer As String, request As String, text As String, code As Long
    On Error GoTo Failed
    If Home().Path = "" Then
        Say "Hãy lưu bảng điều khiển vào thư mục hồ sơ rồi bấm lại.", 48
        Exit Sub
    End If
    If Runner() = "" Then
        Say "Chưa tìm thấy bộ công cụ trên máy này. Hãy cài đặt theo trang hướng dẫn, rồi bấm lại.", 48
        Exit Sub
    End If
    Application.StatusBar = waiting
    request = TempFolder() & "doithoai-" & Format(Now, "yyyymmdd") & "-" & CStr(CLng(Timer * 100)) & ".txt"
    answer = request & ".result"
    WriteText request, RequestText(verb, answer)
    code = RunAndWait(request, answer)
    text = ReadText(answer)
    Discard request
    Discard answer
    Discard request & ".ended"
    Application.StatusBar = False
    If text = "" Then
        Say NoAnswer(code), 48
    Else
        CarryOut Split(Replace(text, vbCr, ""), vbLf)
    End If
    Exit Sub
Failed:
    Application.StatusBar = False
    Say "Chưa làm xong: " & Err.Description & ". Các tệp chưa bị thay đổi; hãy lưu, đóng bảng điều khiển, mở lại rồi bấm lại.", 48
End Sub

Private Function NoAnswer(ByVal code As Long) As String
    If code = -1 Then
        NoAnswer = "Công cụ chạy quá lâu nên không chờ thêm nữa. Hãy đợi vài phút rồi bấm lại."
    Else
        NoAnswer = "Công cụ đã dừng giữa chừng (mã " & CStr(code) & "), chưa có gì thay đổi. Hãy bấm lại; nếu vẫn vậy, hãy chạy lệnh doithoai doctor."
    End If
End Function

' What the toolkit is asked to do: the verb, this workbook, and the others that are open.
Private Function RequestText(ByVal verb As String, ByVal answer As String) As String
    Dim text As String, number As Long, book As Object
    text = "verb" & vbTab & verb & vbLf & "result" & vbTab & Encode(answer) & vbLf
    text = text & "control" & vbTab & Encode(FullPath(Home())) & vbTab & Encode(CopyOf(Home(), 0)) & vbLf
    For number = 1 To Workbooks.Count
        Set book = Workbooks(number)
        If book.Path <> "" And book.Name <> Home().Name Then
            text = text & "open" & vbTab & Encode(FullPath(book)) & vbTab & Encode(CopyOf(book, number)) & vbLf
        End If
        If book.Path <> "" Then text = text & OurNotes(book)
    Next
    RequestText = text
End Function

' The notes that earlier runs have put into a workbook, wherever their rows have gone since.
Private Function OurNotes(ByVal book As Object) As String
    Dim number As Long, text As String
    For number = 1 To book.Worksheets.Count
        text = text & OurNotesOn(book, book.Worksheets(number))
    Next
    OurNotes = text
End Function

Private Function OurNotesOn(ByVal book As Object, ByVal sheet As Object) As String
    Dim number As Long, at As Long, found As Object, text As String
    On Error GoTo Failed
    If IsExcel() Then
        For number = 1 To sheet.Comments.Count
            text = text & OurNote(book, sheet, sheet.Comments(number).Parent)
        Next
    ElseIf sheet.Comments.Count > 0 Then
        Set found = sheet.Cells.SpecialCells(WITH_NOTES)
        For number = 1 To found.Areas.Count
            For at = 1 To found.Areas(number).Cells.Count
                text = text & OurNote(book, sheet, found.Areas(number).Cells(at))
            Next
        Next
    End If
Failed:
    OurNotesOn = text
End Function

Private Function OurNote(ByVal book As Object, ByVal sheet As Object, ByVal cell As Object) As String
    Dim text As String
    text = cell.Comment.Text
    If InStr(text, Separator()) > 0 Then
        OurNote = "note" & vbTab & Encode(FullPath(book)) & vbTab & Encode(sheet.Name) & vbTab & Replace(cell.Address, "$", "") & vbTab & Encode(text) & vbLf
    End If
End Function

' Stands above what the toolkit writes into a note.
Private Function Separator() As String
    Separator = "— Đối thoại —"
End Function

' A copy that holds what is not saved yet. LibreOffice writes such copies in another format, so
' there the control workbook is saved, and of others what lies on the disk is read.
Private Function CopyOf(ByVal book As Object, ByVal number As Long) As String
    Dim path As String
    If Not IsExcel() Then
        If number = 0 And Not book.Saved Then book.Save
        CopyOf = FullPath(book)
    Else
        path = TempFolder() & "doithoai-" & CStr(CLng(Timer * 100)) & "-" & CStr(number) & Suffix(book.Name)
        book.SaveCopyAs path
        CopyOf = path
    End If
End Function

Private Function Suffix(ByVal name As String) As String
    Dim at As Long
    at = InStrRev(name, ".")
    If at > 0 Then
        Suffix = Mid(name, at)
    End If
End Function

Private Function FullPath(ByVal book As Object) As String
    Dim separator As String
    separator = Application.PathSeparator
    If InStr(book.Path, "://") > 0 Then separator = "/"
    FullPath = book.Path & separator & book.Name
End Function

' ---- The answer ----------------------------------------------------------------------------

Private Sub CarryOut(ByVal lines As Variant)
    Dim number As Long, parts As Variant, message As String, icon As Long, failed As Long
    icon = 64
    For number = 0 To UBound(lines)
        parts = Split(CStr(lines(number)), vbTab)
        If UBound(parts) >= 1 Then
            If parts(0) = "say" Then
                message = Decode(CStr(parts(1)))
            ElseIf parts(0) = "icon" Then
                icon = CLng(parts(1))
            ElseIf Not Done(parts) Then
                failed = failed + 1
            End If
        End If
    Next
    If failed > 0 Then
        message = message & vbLf & "Có " & CStr(failed) & " chỗ chưa ghi được vì trang tính bị khóa hoặc tệp đã đóng."
    End If
    Say message, icon
End Sub

' One step of the answer; False if it cannot be done, as on a protected sheet.
Private Function Done(ByVal parts As Variant) As Boolean
    On Error GoTo Failed
    If parts(0) = "mark" Then
        Mark CellOf(parts), CStr(parts(4)), Decode(CStr(parts(5)))
    ElseIf parts(0) = "unmark" Then
        Unmark CellOf(parts), CStr(parts(4)), Decode(CStr(parts(5)))
    ElseIf parts(0) = "text" Then
        CellOf(parts).NumberFormat = "@"
        CellOf(parts).Value = Decode(CStr(parts(4)))
    ElseIf parts(0) = "number" Then
        CellOf(parts).Value = CLng(parts(4))
    ElseIf parts(0) = "open" Then
        Workbooks.Open Decode(CStr(parts(1)))
    End If
    Done = True
    Exit Function
Failed:
    Done = False
End Function

' The cell that a step is about: its workbook by path, its sheet, its address.
Private Function CellOf(ByVal parts As Variant) As Object
    Dim number As Long, path As String
    path = Decode(CStr(parts(1)))
    For number = 1 To Workbooks.Count
        If FullPath(Workbooks(number)) = path Then
            Set CellOf = Workbooks(number).Worksheets(Decode(CStr(parts(2)))).Range(CStr(parts(3)))
            Exit Function
        End If
    Next
End Function

' Below the note of a person, if there is one. It says which colour the cell had, so that the cell
' gets it back wherever its row has gone.
Private Sub Mark(ByVal cell As Object, ByVal colour As String, ByVal text As String)
    Dim before As String, theirs As String
    before = ColourOf(cell)
    If Not cell.Comment Is Nothing Then theirs = cell.Comment.Text & vbLf
    PutNote cell, theirs & Separator() & vbLf & text & before
    If before <> "?" Then cell.Interior.Color = ColourFrom(colour)
End Sub

' A cell that somebody has painted anew since keeps its colour.
Private Sub Unmark(ByVal cell As Object, ByVal colours As String, ByVal text As String)
    Dim ours As String, before As String
    ours = Left(colours, 6)
    before = Mid(colours, 8)
    PutNote cell, text
    If ColourOf(cell) = ours Then
        If before = "-" Then
            cell.Interior.ColorIndex = NO_COLOUR
        ElseIf Len(before) = 6 Then
            cell.Interior.Color = ColourFrom(before)
        End If
    End If
End Sub

Private Sub PutNote(ByVal cell As Object, ByVal text As String)
    cell.ClearComments
    If text <> "" Then
        cell.AddComment text
    End If
End Sub

' RRGGBB; "-" for no colour, "?" for a pattern, which is better left alone.
Private Function ColourOf(ByVal cell As Object) As String
    Dim colour As Long
    If cell.Interior.ColorIndex = NO_COLOUR Then
        ColourOf = "-"
    ElseIf IsPatterned(cell) Then
        ColourOf = "?"
    Else
        colour = cell.Interior.Color
        ColourOf = TwoHex(colour Mod 256) & TwoHex((colour \ 256) Mod 256) & TwoHex((colour \ 65536) Mod 256)
    End If
End Function

Private Function IsPatterned(ByVal cell As Object) As Boolean
    On Error Resume Next
    IsPatterned = False
    If Not IsExcel() Then Exit Function
    IsPatterned = (cell.Interior.Pattern <> SOLID)
End Function

Private Function ColourFrom(ByVal text As String) As Long
    ColourFrom = RGB(CLng("&H" & Mid(text, 1, 2)), CLng("&H" & Mid(text, 3, 2)), CLng("&H" & Mid(text, 5, 2)))
End Function

Private Function TwoHex(ByVal number As Long) As String
    TwoHex = Right("0" & Hex(number), 2)
End Function

' ---- What to run, and running it -----------------------------------------------------------

Private Function Runner() As String
    Dim path As String
    path = Environ("DOITHOAI_CMD")
    If path = "" Then path = SystemValue("runner")
    If Not FileThere(path) Then
        path = Environ("LOCALAPPDATA") & Application.PathSeparator & "DoiThoai" & Application.PathSeparator & "doithoai.cmd"
    End If
    If FileThere(path) Then
        Runner = path
    End If
End Function

Private Function Patience() As Long
    Patience = 600
    If Val(SystemValue("patience")) > 0 Then Patience = CLng(Val(SystemValue("patience")))
End Function

Private Function SystemValue(ByVal name As String) As String
    SystemValue = ValueBeside("_doithoai", name)
End Function

' The exit code of the toolkit; -1 if it takes too long.
Private Function RunAndWait(ByVal request As String, ByVal answer As String) As Long
    Dim host As Object, ended As String, seconds As Long
    Set host = HostObject("WScript.Shell")
    If Not host Is Nothing Then
        RunAndWait = host.Run(Quoted(Runner()) & " button " & Quoted(request), 7, True)
        Exit Function
    End If
    ended = request & ".ended"
    Shell "/bin/sh -c " & Quoted("'" & Runner() & "' button '" & request & "'; echo $? > '" & ended & "'"), 0
    Do While Dir(ended) = "" And seconds < Patience()
        Application.Wait Now + TimeSerial(0, 0, 1)
        seconds = seconds + 1
    Loop
    If Dir(ended) = "" Then
        RunAndWait = -1
    Else
        RunAndWait = CLng(Val(ReadText(ended)))
    End If
End Function

Private Function TempFolder() As String
    TempFolder = Environ("TEMP")
    If TempFolder = "" Then TempFolder = "/tmp"
    TempFolder = TempFolder & Application.PathSeparator
End Function

' ---- What differs between Excel and LibreOffice --------------------------------------------

' MsgBox knows only the letters of the Windows language; Popup knows all.
Private Sub Say(ByVal text As String, ByVal icon As Long)
    Dim host As Object
    PutBeside "Điều khiển", "Thông báo", text
    Set host = HostObject("WScript.Shell")
    If host Is Nothing Then
        MsgBox text, icon, "Bộ công cụ đối thoại"
    Else
        host.Popup text, 0, "Bộ công cụ đối thoại", icon
    End If
End Sub

Private Function HostObject(ByVal progId As String) As Object
    On Error Resume Next
    Set HostObject = Nothing
    Set HostObject = CreateObject(progId)
End Function

' Only Windows has these objects; of the two programs there, Excel is the one to find them.
Private Function IsExcel() As Boolean
    IsExcel = Not (HostObject("Scripting.FileSystemObject") Is Nothing)
End Function

Private Function FileThere(ByVal path As String) As Boolean
    Dim host As Object
    If path = "" Then Exit Function
    Set host = HostObject("Scripting.FileSystemObject")
    If host Is Nothing Then
        FileThere = (Dir(path) <> "")
    Else
        FileThere = host.FileExists(path)
    End If
End Function

Private Function ReadText(ByVal path As String) As String
    Dim host As Object, part As String, handle As Integer, text As String
    If Not FileThere(path) Then Exit Function
    Set host = HostObject("Scripting.FileSystemObject")
    If Not host Is Nothing Then
        ReadText = host.OpenTextFile(path).ReadAll
        Exit Function
    End If
    handle = FreeFile
    Open path For Input As #handle
    Do While Not EOF(handle)
        Line Input #handle, part
        text = text & part & vbLf
    Loop
    Close #handle
    ReadText = text
End Function

Private Sub WriteText(ByVal path As String, ByVal text As String)
    Dim host As Object, file As Object, handle As Integer
    Set host = HostObject("Scripting.FileSystemObject")
    If Not host Is Nothing Then
        Set file = host.CreateTextFile(path, True, False)
        file.Write text
        file.Close
        Exit Sub
    End If
    handle = FreeFile
    Open path For Output As #handle
    Print #handle, text
    Close #handle
End Sub

' What went to and fro may tell of people.
Private Sub Discard(ByVal path As String)
    On Error Resume Next
    If Not FileThere(path) Then Exit Sub
    If IsExcel() Then
        HostObject("Scripting.FileSystemObject").DeleteFile path
    Else
        Kill path
    End If
End Sub

' ---- Which workbook it is ------------------------------------------------------------------

' The control workbook. LibreOffice forgets which module is the workbook's when it saves it.
Private Function Home() As Object
    Dim number As Long
    On Error Resume Next
    Set Home = Nothing
    Set Home = ThisWorkbook
    If Not IsControl(Home) Then Set Home = ActiveWorkbook
    For number = 1 To Workbooks.Count
        If IsControl(Home) Then Exit Function
        Set Home = Workbooks(number)
    Next
End Function

Private Function IsControl(ByVal book As Object) As Boolean
    On Error Resume Next
    IsControl = False
    If book Is Nothing Then Exit Function
    IsControl = (book.Worksheets("_doithoai").Name = "_doithoai")
End Function

' ---- Cells of this workbook ----------------------------------------------------------------

Private Function ValueBeside(ByVal sheet As String, ByVal label As String) As String
    Dim row As Long
    On Error Resume Next
    For row = FIRST_ROW To LAST_ROW
        If CStr(Home().Worksheets(sheet).Cells(row, 1).Value) = label Then
            ValueBeside = CStr(Home().Worksheets(sheet).Cells(row, 2).Value)
            Exit Function
        End If
    Next
End Function

Private Sub PutBeside(ByVal sheet As String, ByVal label As String, ByVal text As String)
    Dim row As Long
    On Error Resume Next
    For row = FIRST_ROW To LAST_ROW
        If CStr(Home().Worksheets(sheet).Cells(row, 1).Value) = label Then
            Home().Worksheets(sheet).Cells(row, 2).Value = text
            Exit Sub
        End If
    Next
End Sub

' ---- Texts as ASCII ------------------------------------------------------------------------

Private Function Encode(ByVal text As String) As String
    Dim at As Long, code As Long, letter As String, found As String
    For at = 1 To Len(text)
        letter = Mid(text, at, 1)
        code = AscW(letter)
        If code < 0 Then code = code + 65536
        If code < 32 Or code > 126 Or letter = "\" Then letter = "\u" & Right("000" & Hex(code), 4)
        found = found & letter
    Next
    Encode = found
End Function

Private Function Decode(ByVal text As String) As String
    Dim parts As Variant, number As Long, found As String
    parts = Split(text, "\u")
    If UBound(parts) < 0 Then Exit Function
    found = CStr(parts(0))
    For number = 1 To UBound(parts)
        found = found & ChrW(CLng("&H" & Left(CStr(parts(number)), 4))) & Mid(CStr(parts(number)), 5)
    Next
    Decode = found
End Function

Private Function Quoted(ByVal text As String) As String
    Quoted = Chr(34) & text & Chr(34)
End Function
