using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Entities;

/// <summary>
/// Pages of entities as one parameter each: a JSON array, which the database reads as a table. In bytes, as texts of such a
/// size would each be in memory several times, and too large to be collected cheaply.
/// </summary>
internal sealed class EntityPage(PpcAdsSqlDialect dialect)
{
    /// <summary>The column of the entity's id.</summary>
    public const string IdColumn = "entity_id";

    private const int Step = 65_536;

    private readonly ArrayBufferWriter<byte> _buffer = new();

    private byte[] _bytes = [];

    /// <summary>Writes a page.</summary>
    /// <returns>The page, until the next is written.</returns>
    public byte[] Write<T>(EntityTable<T> table, IEnumerable<T> page)
        where T : class, IEntityRecord<T>
    {
        _buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_buffer))
        {
            writer.WriteStartArray();
            foreach (T entity in page)
            {
                writer.WriteStartObject();
                writer.WriteNumber(IdColumn, entity.EntityId);
                foreach (EntityColumn<T> column in table.Columns)
                {
                    writer.WritePropertyName(column.ColumnIn(dialect));
                    Write(writer, column.ValueIn(dialect, entity));
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Fill();
    }

    /// <summary>
    /// Drivers take whole arrays, and one of a page is a large object. So each page has the array of the page before, as long as
    /// it is about as large; what is left over is white space, which JSON allows.
    /// </summary>
    private byte[] Fill()
    {
        ReadOnlySpan<byte> written = _buffer.WrittenSpan;
        if (written.Length > _bytes.Length || written.Length < _bytes.Length / 2)
        {
            _bytes = new byte[(written.Length + Step - 1) / Step * Step];
        }

        written.CopyTo(_bytes);
        _bytes.AsSpan(written.Length).Fill((byte)' ');
        return _bytes;
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal amount:
                writer.WriteNumberValue(amount);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(StorableText.Clean((string)value));
                break;
        }
    }
}
