using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Entities;

/// <summary>A page of entities as one parameter: a JSON array, which the database reads as a table.</summary>
internal static class EntityPage
{
    /// <summary>The column of the entity's id.</summary>
    public const string IdColumn = "entity_id";

    public static string Write<T>(PpcAdsSqlDialect dialect, EntityTable<T> table, IReadOnlyList<T> page)
        where T : class, IEntityRecord<T>
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
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

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
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
                writer.WriteStringValue((string)value);
                break;
        }
    }
}
