using System.Collections;
using System.Data.Common;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.SqlServer;

/// <summary>
/// The answer of a server that has no rows: a statement that writes has written one, whose generated number is 1; the first and
/// last day are some day; every other query finds nothing.
/// </summary>
internal sealed class RecordingReader : DbDataReader
{
    private static readonly DateOnly SomeDay = new(2026, 3, 1);

    private readonly bool _hasRow;
    private bool _isRead;

    private RecordingReader(bool hasRow) => _hasRow = hasRow;

    public override int Depth => 0;

    public override int FieldCount => 1;

    public override bool HasRows => _hasRow;

    public override bool IsClosed => false;

    public override int RecordsAffected => 1;

    public override object this[int ordinal] => 1L;

    public override object this[string name] => 1L;

    public static RecordingReader Answer(string sql) => new(
        !sql.StartsWith("SELECT", StringComparison.Ordinal) || sql.StartsWith("SELECT MIN(", StringComparison.Ordinal)
        || sql.StartsWith("SELECT MAX(", StringComparison.Ordinal) || sql.StartsWith("SELECT COUNT", StringComparison.Ordinal)
        || sql.StartsWith("SELECT CASE", StringComparison.Ordinal));

    public override bool Read() => _hasRow && !_isRead && (_isRead = true);

    public override bool NextResult()
    {
        _isRead = false;
        return true;
    }

    public override T GetFieldValue<T>(int ordinal) =>
        typeof(T) == typeof(DateOnly)
            ? (T)(object)SomeDay
            : (T)Convert.ChangeType(1L, typeof(T), System.Globalization.CultureInfo.InvariantCulture);

    public override bool GetBoolean(int ordinal) => false;

    public override byte GetByte(int ordinal) => 1;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override string GetDataTypeName(int ordinal) => "bigint";

    public override DateTime GetDateTime(int ordinal) => throw new NotSupportedException();

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override Type GetFieldType(int ordinal) => typeof(long);

    public override float GetFloat(int ordinal) => 1;

    public override Guid GetGuid(int ordinal) => throw new NotSupportedException();

    public override short GetInt16(int ordinal) => 1;

    public override int GetInt32(int ordinal) => 1;

    public override long GetInt64(int ordinal) => 1;

    public override string GetName(int ordinal) => "";

    public override int GetOrdinal(string name) => 0;

    public override string GetString(int ordinal) => throw new NotSupportedException();

    public override object GetValue(int ordinal) => 1L;

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override bool IsDBNull(int ordinal) => false;
}
