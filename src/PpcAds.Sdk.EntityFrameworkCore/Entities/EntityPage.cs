using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
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

    private readonly ArrayBufferWriter<byte> _buffer = new();

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

        return _buffer.WrittenSpan.ToArray();
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
