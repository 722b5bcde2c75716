using System.Runtime.InteropServices;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// One cell: its kind, where its text lies, and its number. 16 bytes; all zero is <see cref="ReportCellKind.Missing"/>, so that
/// clearing memory makes an empty row.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct ReportCell
{
    /// <summary>27 bits hold the length; above them one bit says where the text lies, then four the kind.</summary>
    public const int MaxLength = (1 << 27) - 1;

    private const uint UnescapedFlag = 1u << 27;

    private readonly uint _packed;

    public ReportCell(ReportCellKind kind, int start, int length, long value = 0, bool unescaped = false)
    {
        _packed = ((uint)kind << 28) | (uint)length | (unescaped ? UnescapedFlag : 0);
        Start = start;
        Value = value;
    }

    /// <summary>Integer: the number. Decimal: millionths. Boolean: 0 or 1.</summary>
    public long Value { get; }

    /// <summary>Where the text starts: in the batch's JSON, or in its unescaped text.</summary>
    public int Start { get; }

    public int Length => (int)(_packed & MaxLength);

    public ReportCellKind Kind => (ReportCellKind)(_packed >> 28);

    /// <summary>Whether the text had escapes in the JSON, and so lies resolved in the unescaped text.</summary>
    public bool IsUnescaped => (_packed & UnescapedFlag) != 0;
}
